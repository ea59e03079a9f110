// One server for the whole run; the tests find it in ADIT_URL, and its database in ADIT_DB.
import { start } from './server.mjs';

export default async function setup() {
  const { address, database, stop } = await start();
  process.env.ADIT_URL = address;
  process.env.ADIT_DB = database;
  return stop;
}
