// How long do readers of a public record wait while others write? And how long does the page of a very large record take?
//
//   node e2e/load.mjs PROGRAM-THAT-FILLS [SECONDS] [ENTRIES]
//
// On SQLite and on PostgreSQL (each with its syncing on): 200 readers a second on the page of a record with 300 entries while
// 20 writers add entries to it, one each a second; then the page of a record with 50 000 entries of 2 000 people, read again
// and again after a new entry each time, so that it is made anew. Exits with 1 where a goal is missed, or an answer is wrong.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import autocannon from 'autocannon';
import { startPostgres } from './postgres.mjs';
import { start } from './server.mjs';

const [fill, seconds = '60', entries = '50000'] = process.argv.slice(2);
if (fill === undefined) throw new Error('Name the program that fills a record: target/release/examples/village');
const [READS, WRITERS, GOAL_READ_MS, GOAL_PAGE_MS, REBUILDS] = [200, 20, 50, 100, 20];

/**
 * `rate` requests a second for `seconds`. The generator sends what a second asks for at its beginning; people come at any
 * moment, so groups of it begin one after the other within the second, each connection asking once a second. A connection
 * never waits for a slow answer before it asks again, unless that takes a second. Answers with all waiting times in
 * milliseconds, sorted.
 */
async function load(rate, groups, options) {
  const times = [];
  let wrong = 0;
  const run = (group) => new Promise((done, failed) => setTimeout(() => {
    const connections = rate / groups;
    const instance = autocannon({ ...options, connections, overallRate: connections, duration: Number(seconds) }, (error) => (error ? failed(error) : done()));
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 300) wrong += 1;
    });
    instance.on('reqError', () => { wrong += 1; });
  }, (group * 1000) / groups));
  await Promise.all(Array.from({ length: groups }, (_, group) => run(group)));
  if (wrong > 0 || times.length < rate * (Number(seconds) - 2)) throw new Error(`${wrong} of ${times.length} answers were no success`);
  return times.sort((a, b) => a - b);
}

const part = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];

const form = (writer) => `topic=water&words=Writer+${writer}+asks+again&language=en&consent=yes`;
/** The same as many people behind a proxy: limits are per address. */
const headers = (writer) => ({ 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `192.0.2.${writer + 1}` });

async function write(address, project, writer) {
  const answer = await fetch(`${address}/records/${project}/concern`, { method: 'POST', headers: headers(writer), body: form(writer) });
  if (answer.status !== 201) throw new Error(`an entry was answered with ${answer.status}`);
  await answer.text();
}

async function readersAndWriters(address) {
  const reading = load(READS, 40, { url: `${address}/records/busy`, headers: { 'accept-encoding': 'gzip' } });
  const requests = Array.from({ length: WRITERS }, (_, writer) => ({ method: 'POST', path: '/records/busy/concern', headers: headers(writer), body: form(writer) }));
  const writing = load(WRITERS, 20, { url: address, requests });
  const [reads, writes] = await Promise.all([reading, writing]);
  for (const [who, times] of [['readers', reads], ['writers', writes]]) {
    const [middle, p99, slowest] = [part(times, 0.5), part(times, 0.99), part(times, 1)].map((time) => time.toFixed(1));
    console.log(`  ${who}: ${times.length} answers in ${seconds} s, median ${middle} ms, p99 ${p99} ms, slowest ${slowest} ms`);
  }
  return part(reads, 0.99) < GOAL_READ_MS;
}

async function largePage(address) {
  const read = async () => {
    const began = performance.now();
    const answer = await fetch(`${address}/records/large`);
    const page = await answer.text();
    if (answer.status !== 200 || !page.includes('neighbour')) throw new Error(`the page was answered with ${answer.status}`);
    return performance.now() - began;
  };
  const first = await read();
  const times = [];
  for (let time = 0; time < REBUILDS; time += 1) {
    await write(address, 'large', time);
    times.push(await read());
  }
  times.sort((a, b) => a - b);
  const [middle, slowest] = [times[REBUILDS >> 1], times[REBUILDS - 1]].map((time) => time.toFixed(0));
  console.log(`  page of ${entries} entries: first after the start ${first.toFixed(0)} ms; made anew after an entry ${middle} ms, slowest of ${REBUILDS} ${slowest} ms`);
  return times[REBUILDS - 1] < GOAL_PAGE_MS;
}

async function on(name, database) {
  // The server makes the database; the records are filled while it runs, as they would be.
  const server = await start(database, ['--proxy', '127.0.0.1']);
  try {
    console.log(name);
    const filled = (project, count, people) => execFileSync(fill, [server.database, project, count, people], { encoding: 'utf8', cwd: server.folder }).trim();
    console.log(`  ${filled('busy', '300', '60')}; ${filled('large', entries, '2000')}`);
    const good = await readersAndWriters(server.address);
    return (await largePage(server.address)) && good;
  } finally {
    await server.stop();
  }
}

console.log(`${cpus().length} × ${cpus()[0].model}, ${new Date().toISOString().slice(0, 10)}`);
const sqlite = await on('SQLite', undefined);
const { database, stop } = await startPostgres(true);
try {
  const postgres = await on('PostgreSQL', database);
  if (!sqlite || !postgres) {
    console.error(`missed: readers' p99 under ${GOAL_READ_MS} ms, the large page under ${GOAL_PAGE_MS} ms`);
    process.exitCode = 1;
  }
} finally {
  stop();
}
