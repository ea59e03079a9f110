// Starts the real binary on a free port and stops it again. Nothing here imitates the server.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUILT = [here('../target/release/adit'), here('../target/debug/adit')];
const PATIENCE_MS = 30_000;

/** The binary under test. */
export function binary() {
  const named = process.env.ADIT_BIN ?? BUILT.find((path) => existsSync(path));
  if (named === undefined || !existsSync(named)) {
    throw new Error(`No adit binary${named === undefined ? '' : ` at ${named}`}. Run \`cargo build --release\`, or name one in ADIT_BIN.`);
  }
  return named;
}

/** Starts `adit serve` with a database of its own, or the one that is named, and perhaps more words of the command line;
 * answers with both addresses and how to stop it. */
export async function start(named, words = []) {
  const folder = mkdtempSync(join(tmpdir(), 'adit-e2e-'));
  const database = named ?? `sqlite:${join(folder, 'record.sqlite')}`;
  const at = words.includes('--addr') ? [] : ['--addr', '127.0.0.1:0'];
  const child = spawn(binary(), ['serve', ...at, '--db', database, ...words], { stdio: ['ignore', 'pipe', 'inherit'], cwd: folder });
  const ended = () => new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', done);
    child.kill('SIGTERM');
  });
  const stop = () => ended().finally(() => rmSync(folder, { recursive: true, force: true }));
  const address = await new Promise((found, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`adit serve said no address within ${PATIENCE_MS} ms; it said: ${said}`)), PATIENCE_MS);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`adit serve ended with ${code}; it said: ${said}`)));
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (match === null) return;
      clearTimeout(timer);
      found(match[0]);
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address, database, folder, stop };
}
