import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { built } from '../support/server/build.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { Server } from '../support/server/server.ts';

/* `saksi tls init`, a server with what it made, and a renewal while the server runs: as a person at the warehouse does it. */

const { folder, remove } = temporaryFolder();
const tls = join(folder, 'tls');
const files = { cert: join(tls, 'server.crt'), key: join(tls, 'server.key'), authority: join(tls, 'authority.crt') };
let server: Server;
let url: string;

async function initialise(): Promise<string> {
  const cli = await built('apps/cli/src/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'tls', 'init', '--folder', tls, '--host', 'localhost', '127.0.0.1'], {
    env: { PATH: process.env['PATH'], SAKSI_DATA: folder },
  });
  return stdout;
}

const serialIn = (file: string): string => new X509Certificate(readFileSync(file)).serialNumber;

interface Seen {
  readonly status: number;
  readonly body: Buffer;
  /** Serial number of the certificate that the server showed. */
  readonly serial: string;
}

/** Asks over https, trusting `ca` alone; without an agent each time over a connection of its own. */
const ask = (path: string, ca: string | undefined, agent: Agent | false = false): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const request = get(new URL(path, url), { ca, agent, servername: 'localhost' }, (response) => {
      const serial = (response.socket as TLSSocket).getPeerCertificate().serialNumber;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), serial }));
    });
    request.on('error', reject);
  });

beforeAll(async () => {
  expect(await initialise()).toMatch(/^A new authority and a certificate for localhost, 127\.0\.0\.1\./);
  server = await Server.start({ folder: join(folder, 'data'), settings: { SAKSI_TLS_CERT: files.cert, SAKSI_TLS_KEY: files.key, SAKSI_HOST: '0.0.0.0' } });
  url = `https://localhost:${new URL(await server.url()).port}`;
});
afterAll(async () => {
  await server.kill();
  remove();
});

describe('a server with the certificate of saksi tls init', () => {
  it('may be reached from beyond this machine, and answers who trusts the authority', async () => {
    const { status, serial } = await ask('/health/live', readFileSync(files.authority, 'utf8'));
    expect([status, serial]).toEqual([200, serialIn(files.cert)]);
  });

  it('is not believed by who does not', async () => {
    await expect(ask('/health/live', undefined)).rejects.toMatchObject({
      code: expect.stringMatching(/^UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN$/) as unknown,
    });
  });

  it('hands out the authority’s certificate for phones, and never a key', async () => {
    const { body } = await ask('/tls/authority.crt', readFileSync(files.authority, 'utf8'));
    expect(new X509Certificate(body).fingerprint256).toBe(new X509Certificate(readFileSync(files.authority)).fingerprint256);
    expect(body.toString('latin1')).not.toContain('PRIVATE KEY');
  });

  it('takes a renewed one up without a restart: the authority stays, and so do open connections', async () => {
    const authority = readFileSync(files.authority, 'utf8');
    const before = serialIn(files.cert);
    const kept = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      expect((await ask('/health/live', authority, kept)).serial).toBe(before);
      expect(await initialise()).toMatch(/^A certificate for localhost, 127\.0\.0\.1\./);
      expect(readFileSync(files.authority, 'utf8')).toBe(authority);
      const after = serialIn(files.cert);
      expect(after).not.toBe(before);
      // The server looks every few seconds; that it does is what is tried, not how soon.
      while ((await ask('/health/live', authority)).serial !== after) await new Promise((resolve) => setTimeout(resolve, 250));
      expect(await ask('/health/live', authority, kept)).toMatchObject({ status: 200, serial: before });
    } finally {
      kept.destroy();
    }
  });

  it('ends in order', async () => expect(await server.stop()).toBe(0));
});
