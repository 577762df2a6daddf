import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { openEventStoreDb } from '#event-store';
import { initialiseTls } from '#http';
import { systemClock } from '#kernel';

/** Speaks TLS and nothing more: what is said of its certificate is said before anything else. */
let server: Server;
const folder = mkdtempSync(join(tmpdir(), 'saksi-handshake-'));
const certified = (name: string, hosts: readonly string[]) => initialiseTls({ folder: join(folder, name), now: systemClock.now(), hosts });

let port: number;
let [own, others]: string[] = [];
beforeAll(async () => {
  const { files } = await certified('own', ['localhost']);
  own = files.authorityCert;
  others = (await certified('others', ['localhost'])).files.authorityCert;
  server = createServer({ cert: readFileSync(files.cert), key: readFileSync(files.key), ALPNProtocols: ['h2'] }, (socket) =>
    socket.on('error', () => undefined),
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One host, several, and a name to discover them by: the client finds out about each in another way. */
const ways = ['esdb://HOST?', 'esdb://HOST,HOST?', 'esdb+discover://HOST?'];
const whyNot = async (url: string): Promise<unknown> =>
  openEventStoreDb({ url, openWithin: 500 }).then(
    () => 'it opened',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );

it.each(ways)('a certificate of an authority that is not trusted is named as that: %s', async (way) => {
  for (const trusted of ['', `&tlsCAFile=${others ?? ''}`])
    expect(await whyNot(`${way.replaceAll('HOST', `localhost:${port}`)}tls=true${trusted}`)).toContain('not made by an authority that this machine trusts');
});

it.each(ways)('a certificate for another name is named as that: %s', async (way) =>
  expect(await whyNot(`${way.replaceAll('HOST', `127.0.0.1:${port}`)}tls=true&tlsCAFile=${own ?? ''}`)).toContain('is for another name'),
);

it.each(ways)('TLS that was not asked for is named as that: %s', async (way) =>
  expect(await whyNot(`${way.replaceAll('HOST', `localhost:${port}`)}tls=false`)).toContain('speaks TLS there'),
);
