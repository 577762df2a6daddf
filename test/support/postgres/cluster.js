/*
 * A PostgreSQL of the tests' own: in a temporary folder, on a free port of loopback, with a password, and gone afterwards.
 * PostgreSQL refuses to run as root, so root runs it as another user.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** The folder of PostgreSQL's programs, as Debian and PATH have them; undefined: it is not installed. */
export function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Whom PostgreSQL runs as: whoever runs this, or for root the user that Debian made for it, or nobody. */
function runner() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind, user) => Number(spawnSync('id', [kind, user], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  const user = ['postgres', 'nobody'].find((name) => Number.isInteger(idOf('-u', name)));
  if (user === undefined) throw new Error('PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody".');
  return { uid: idOf('-u', user), gid: idOf('-g', user) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Makes and starts one; resolves to its address as superuser, what kills and starts it again, and what ends it for good. */
export async function startPostgres(programs = postgresPrograms()) {
  if (programs === undefined) throw new Error('PostgreSQL is not installed.');
  const as = runner();
  const folder = mkdtempSync(join(tmpdir(), 'saksi-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'saksi', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: folder, stdio: 'pipe' },
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'shared_buffers=32MB',
    'max_connections=60',
    // What is killed here is the server, never the machine: what it has written is there, on the disk or not.
    'fsync=off',
  ];
  let server;
  const start = async () => {
    server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...as, cwd: folder, stdio: 'pipe' });
    let said = '';
    server.stderr.setEncoding('utf8');
    await new Promise((resolve, reject) => {
      server.stderr.on('data', (text) => {
        said = (said + text).slice(-10_000);
        if (said.includes('ready to accept connections')) resolve();
      });
      server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    });
  };
  const stop = async (signal) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  await start();
  return {
    url: `postgres://saksi:${password}@127.0.0.1:${port}/postgres`,
    /** As a power cut: nothing is finished. */
    kill: () => stop('SIGQUIT'),
    start,
    async remove() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
