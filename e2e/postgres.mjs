// A PostgreSQL of the test's own: Debian's programs, a folder and a port of their own, stopped and removed afterwards.
// Where PostgreSQL is missing this throws: a record that was not tried on both databases was not tried.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOME = '/usr/lib/postgresql';

function programs() {
  const versions = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions.map((version) => join(HOME, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (folder === undefined) throw new Error('No PostgreSQL found. Run `apt-get install postgresql`.');
  return folder;
}

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

/** Starts one; answers with the address of an empty database and how to stop it. What is told of time needs `synced`: else
 * nothing waits for the disk. */
export async function startPostgres(synced = false) {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'adit-e2e-pg-'));
  const root = process.getuid() === 0;
  // PostgreSQL does not run as root.
  if (root) execFileSync('chown', ['postgres', folder]);
  const run = (command) => {
    const line = `${bin}/${command} >/dev/null`;
    const [program, words] = root ? ['su', ['postgres', '-s', '/bin/sh', '-c', line]] : ['sh', ['-c', line]];
    execFileSync(program, words, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const port = await freePort();
  run(`initdb -D ${folder}/data -A trust -U postgres --no-sync`);
  run(`pg_ctl -D ${folder}/data -o '-k ${folder} -h 127.0.0.1 -p ${port} ${synced ? '' : '-F'}' -l ${folder}/log -w -t 120 start`);
  const stop = () => {
    run(`pg_ctl -D ${folder}/data -m immediate -w stop`);
    rmSync(folder, { recursive: true, force: true });
  };
  return { database: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}
