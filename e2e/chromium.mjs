// The browser of the tests: Debian's own, started so that it talks to nobody but the server under test.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath = process.env.ADIT_CHROMIUM ?? PLACES.find((place) => existsSync(place));
if (executablePath === undefined) {
  throw new Error('No Chromium found. Run `apt-get install chromium`, or name one in ADIT_CHROMIUM.');
}

/** How Playwright starts it. */
export const launchOptions = {
  executablePath,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};
