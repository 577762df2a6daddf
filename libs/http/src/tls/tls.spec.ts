import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, type TLSSocket } from 'node:tls';
import fastify from 'fastify';
import { createFastifyAdapter } from '../server/adapter.ts';
import { createAuthority, issueServerCertificate } from './authority.ts';
import { fingerprintOf } from './certificate.ts';
import { hostsOfThisMachine, initialiseTls, renewWhenDue, tlsFilesIn } from './folder.ts';
import { InsecureListening, refuseInsecureListening } from './listening.ts';
import { phoneSteps, serveAuthority } from './phones.ts';
import { readTlsMaterial, renewWithoutRestart, UnusableCertificate } from './renewal.ts';

const now = Date.now();
const silent = { error: () => undefined, warn: () => undefined, info: () => undefined };
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'saksi-tls-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a phone that trusts the authority sees of a server: the serial number of its certificate, or why it does not trust it. */
function visit(port: number, ca: string, host = 'localhost'): Promise<{ serial: string } | { distrusted: string }> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', servername: host, path: '/health/live', ca, agent: false }, (response) => {
      const { serialNumber } = (response.socket as TLSSocket).getPeerCertificate();
      response.resume().once('end', () => resolve({ serial: serialNumber }));
    }).once('error', (error: NodeJS.ErrnoException) => resolve({ distrusted: error.code ?? error.message }));
  });
}

async function serve(certFile: string, keyFile: string): Promise<{ port: number; server: Server; close: () => Promise<void> }> {
  const instance = createFastifyAdapter({ log: silent, tls: await readTlsMaterial(certFile, keyFile) }).getInstance();
  instance.get('/health/live', () => ({ status: 'live' }));
  await instance.listen({ port: 0, host: '127.0.0.1' });
  const { server } = instance;
  if (!(server instanceof Server)) throw new TypeError('This server speaks no TLS.');
  return { port: (server.address() as AddressInfo).port, server, close: async () => instance.close() };
}

describe('saksi tls init', () => {
  it('makes a certificate that a phone with the authority trusts, for names and addresses', async () => {
    const { files, newAuthority } = await initialiseTls({ folder, now, hosts: ['localhost', '127.0.0.1', '192.168.1.7', 'kemelak.local'] });
    expect(newAuthority).toBe(true);
    const ca = readFileSync(files.authorityCert, 'utf8');
    const { port, close } = await serve(files.cert, files.key);
    expect(await visit(port, ca)).toMatchObject({ serial: expect.any(String) as string });
    expect(await visit(port, ca, 'kemelak.local')).toMatchObject({ serial: expect.any(String) as string });
    expect(await visit(port, ca, 'other.local')).toEqual({ distrusted: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(new X509Certificate(readFileSync(files.cert)).checkIP('192.168.1.7')).toBe('192.168.1.7');
    await close();
  });

  it('keeps its keys to their owner', async () => {
    const { files } = await initialiseTls({ folder, now, hosts: ['localhost'] });
    expect([files.key, files.authorityKey].map((file) => (statSync(file).mode & 0o777).toString(8))).toEqual(['600', '600']);
  });

  it('keeps the authority when it is run again: phones need nothing', async () => {
    const { files } = await initialiseTls({ folder, now, hosts: ['localhost'] });
    const before = [readFileSync(files.authorityCert, 'utf8'), readFileSync(files.cert, 'utf8')];
    expect((await initialiseTls({ folder, now, hosts: ['localhost'] })).newAuthority).toBe(false);
    expect(readFileSync(files.authorityCert, 'utf8')).toBe(before[0]);
    expect(readFileSync(files.cert, 'utf8')).not.toBe(before[1]);
  });

  it('renews only when it is due', async () => {
    await initialiseTls({ folder, now, hosts: ['localhost'] });
    const serial = (): string => new X509Certificate(readFileSync(tlsFilesIn(folder).cert)).serialNumber;
    const before = serial();
    expect(await renewWhenDue({ folder, now, hosts: ['localhost'] })).toBe(false);
    expect(serial()).toBe(before);
    expect(await renewWhenDue({ folder, now: now + 370 * 86_400_000, hosts: ['localhost'] })).toBe(true);
    expect(serial()).not.toBe(before);
  });

  it('knows under which names and addresses this machine is called', () =>
    expect(hostsOfThisMachine()).toEqual(expect.arrayContaining(['localhost', '127.0.0.1', '::1'])));
});

describe('an authority', () => {
  it('whose key is stolen cannot pose as a bank', async () => {
    const authority = await createAuthority({ now, names: ['kemelak'] });
    const bank = await issueServerCertificate(authority, { now, hosts: ['bank.example'] });
    const files = tlsFilesIn(folder);
    writeFileSync(files.cert, bank.cert);
    writeFileSync(files.key, bank.key);
    const authorityFile = join(folder, 'stolen.crt');
    writeFileSync(authorityFile, authority.cert);
    const { port, close } = await serve(files.cert, files.key);
    expect(await visit(port, authority.cert, 'bank.example')).toHaveProperty('distrusted');
    await close();
    expect(() => execFileSync('openssl', ['verify', '-CAfile', authorityFile, files.cert], { encoding: 'utf8', stdio: 'pipe' })).toThrow(
      'permitted subtree violation',
    );
  });

  it('makes certificates that OpenSSL reads and verifies', async () => {
    const authority = await createAuthority({ now });
    const server = await issueServerCertificate(authority, { now, hosts: ['kemelak.local', '10.0.0.5', 'fe80::1'] });
    const [authorityFile, serverFile] = [join(folder, 'a.crt'), join(folder, 's.crt')];
    writeFileSync(authorityFile, authority.cert);
    writeFileSync(serverFile, server.cert);
    const certificate = new X509Certificate(server.cert);
    expect(certificate.verify(new X509Certificate(authority.cert).publicKey)).toBe(true);
    expect(certificate.subjectAltName).toBe('DNS:kemelak.local, IP Address:10.0.0.5, IP Address:FE80:0:0:0:0:0:0:1');
    expect(execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', authorityFile, serverFile], { encoding: 'utf8' })).toContain('OK');
  });

  it('needs a name to certify', async () => {
    await expect(issueServerCertificate(await createAuthority({ now }), { now, hosts: [] })).rejects.toThrow('at least one host name');
  });
});

describe('a server that runs', () => {
  it('takes up a renewed certificate, and keeps the old one while the files do not fit', async () => {
    const { files } = await initialiseTls({ folder, now, hosts: ['localhost'] });
    const ca = readFileSync(files.authorityCert, 'utf8');
    const { port, server, close } = await serve(files.cert, files.key);
    const told: string[] = [];
    const tell = (_: object, message: string): void => void told.push(message);
    const stop = renewWithoutRestart(server, { certFile: files.cert, keyFile: files.key, log: { info: tell, warn: tell }, every: 20 });
    const toldOf = async (what: RegExp): Promise<void> => {
      for (let tries = 0; tries < 400 && !told.some((message) => what.test(message)); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(told.join()).toMatch(what);
    };
    const first = await visit(port, ca);

    writeFileSync(files.cert, 'no certificate');
    await toldOf(/the old one stays/);
    expect(await visit(port, ca)).toEqual(first);

    await initialiseTls({ folder, now, hosts: ['localhost'] });
    await toldOf(/new certificate is in use/);
    const second = await visit(port, ca);
    expect(second).toEqual({ serial: new X509Certificate(readFileSync(files.cert)).serialNumber });
    expect(second).not.toEqual(first);
    stop();
    await close();
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ['is missing', (where) => rmSync(tlsFilesIn(where).cert), /cannot be read/],
    ['is damaged', (where) => writeFileSync(tlsFilesIn(where).cert, 'x'), /is damaged/],
  ])('says when its certificate %s', async (_, break_, sentence) => {
    const { files } = await initialiseTls({ folder, now, hosts: ['localhost'] });
    break_(folder);
    await expect(readTlsMaterial(files.cert, files.key)).rejects.toThrow(sentence);
  });

  it("says when the key is another certificate's", async () => {
    const { files } = await initialiseTls({ folder, now, hosts: ['localhost'] });
    await expect(readTlsMaterial(files.cert, files.authorityKey)).rejects.toThrow(UnusableCertificate);
  });
});

describe('listening', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('on %s is safe without TLS', (host) =>
    expect(() => refuseInsecureListening({ host, tls: false, behindProxy: false })).not.toThrow(),
  );
  it.each(['0.0.0.0', '::', '192.168.1.7', 'kemelak.local', '127.0.0.1.example.org'])('on %s without TLS is refused, with what to do', (host) => {
    expect(() => refuseInsecureListening({ host, tls: false, behindProxy: false })).toThrow(InsecureListening);
    expect(() => refuseInsecureListening({ host, tls: false, behindProxy: false })).toThrow(/saksi tls init.*SAKSI_BEHIND_PROXY.*127\.0\.0\.1/);
    expect(() => refuseInsecureListening({ host, tls: true, behindProxy: false })).not.toThrow();
    expect(() => refuseInsecureListening({ host, tls: false, behindProxy: true })).not.toThrow();
  });
});

describe('a phone', () => {
  it('is told where to fetch the authority and how to know that it is the right one', async () => {
    const { cert } = await createAuthority({ now });
    const fingerprint = new X509Certificate(cert).fingerprint256;
    expect(fingerprintOf(cert)).toBe(fingerprint);
    for (const language of ['id', 'en'] as const) {
      const text = await phoneSteps({ origin: 'https://192.168.1.7:3000', authorityCert: cert, language });
      expect(text).toContain(fingerprint);
      expect(text).toContain('https://192.168.1.7:3000/tls/authority.crt');
      expect(text).toMatch(/[▀▄█]{10}/);
    }
  });

  it('fetches it from the server', async () => {
    const { cert } = await createAuthority({ now });
    const server = fastify();
    serveAuthority(server, cert);
    const { rawPayload, headers } = await server.inject('/tls/authority.crt');
    expect(new X509Certificate(rawPayload).fingerprint256).toBe(new X509Certificate(cert).fingerprint256);
    expect(headers['content-type']).toBe('application/x-x509-ca-cert');
    await server.close();
  });
});
