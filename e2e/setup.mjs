// One server for the whole run; the tests find it in ADIT_URL.
import { start } from './server.mjs';

export default async function setup() {
  const { address, stop } = await start();
  process.env.ADIT_URL = address;
  return stop;
}
