import { execFile } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built } from '../support/server/build.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, type Stage } from '../support/server/stage.ts';
import { GuardPhone } from './guard-phone.ts';
import { OwnBrowser } from './own-browser.ts';
import { stageIn } from './staged.ts';

/* Over the local network, as phones reach it: https on an address of this machine, with the certificate of `saksi tls init`. */

const { folder, remove } = temporaryFolder();
const tls = join(folder, 'tls');
const files = { cert: join(tls, 'server.crt'), key: join(tls, 'server.key'), authority: join(tls, 'authority.crt') };
const address = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
let stage: Stage;
let server: Server;
let browser: OwnBrowser;
let phone: GuardPhone;
let url: string;

beforeAll(async () => {
  if (address === undefined) throw new Error('This machine has no address beyond loopback.');
  const data = join(folder, 'data');
  const cli = await built('apps/cli/src/main.js');
  await promisify(execFile)(process.execPath, [cli, 'tls', 'init', '--folder', tls, '--host', address], {
    env: { PATH: process.env['PATH'], SAKSI_DATA: data },
  });
  stage = await stageIn(data);
  server = await Server.start({ folder: data, settings: { SAKSI_TLS_CERT: files.cert, SAKSI_TLS_KEY: files.key, SAKSI_HOST: '0.0.0.0' } });
  url = `https://${address}:${new URL(await server.url()).port}`;
  // A phone trusts the authority after its steps; this browser trusts the key of the very certificate.
  const key = new X509Certificate(readFileSync(files.cert)).publicKey.export({ type: 'spki', format: 'der' });
  const trusted = createHash('sha256').update(key).digest('base64');
  browser = await OwnBrowser.start(join(folder, 'profile'), { arguments: [`--ignore-certificate-errors-spki-list=${trusted}`] });
  phone = new GuardPhone(await browser.page());
}, 300_000);
afterAll(async () => {
  await browser.kill();
  await server.kill();
  remove();
});

it('the app is installed, signs and records: the context is secure', async () => {
  await phone.signIn(url, stage.people.guard.login, passphrase);
  expect(await phone.page.evaluate('isSecureContext')).toBe(true);
  await phone.toDoors(url, stage.posts[0]?.post ?? '');
  await browser.context.setOffline(true);
  await phone.turn('0-0');
  await browser.context.setOffline(false);
  await phone.everythingSent();
  const [locked] = await logOf(server, ['access.door-locked.v1']);
  expect(locked?.metadata).toMatchObject({ voice: 'testified', device: { seq: 1, marks: ['unknown-device'] } });
});

it('a page shows how a phone comes to trust it: the address as a QR code, the steps, and the fingerprint to compare', async () => {
  await phone.page.goto(`${url}/trust`);
  const { fingerprint256 } = new X509Certificate(readFileSync(files.authority));
  await phone.page.getByText(fingerprint256).waitFor();
  await phone.page.getByRole('img', { name: 'Kode QR alamat sertifikat' }).waitFor();
  expect(await phone.page.getByRole('link', { name: `${url}/tls/authority.crt` }).count()).toBe(1);
});
