import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { initialiseTls } from '#http';
import { systemClock } from '#kernel';
import { readCompose, root } from './compose.ts';

const compose = readCompose();
const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'saksi-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const text = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
const contents = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('**', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

describe('deploy/secrets.sh', () => {
  const make = (): string => execFileSync('sh', [join(root, 'deploy/secrets.sh'), folder], { env: { ...process.env, OWNER: String(uid) }, encoding: 'utf8' });

  it('makes every secret that docker-compose.yml asks for, for their owner alone, and no other', async () => {
    make();
    await initialiseTls({ folder: join(folder, 'tls'), now: systemClock.now(), hosts: ['gudang.local'] });
    const asked = Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', ''));
    expect(asked.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    for (const file of asked.filter((each) => !each.endsWith('.crt'))) expect([file, mode(join(folder, file))]).toEqual([file, '600']);
    expect([mode(folder), mode(join(folder, 'tls'))]).toEqual(['700', '700']);
  });

  it('never makes one anew', () => {
    make();
    const before = contents();
    expect(make()).not.toContain('made');
    expect(contents()).toEqual(before);
    rmSync(join(folder, 'vault.url'));
    make();
    expect(contents()).toEqual(before);
  });

  it('draws each by itself, and makes of them what Saksi accepts', () => {
    make();
    const passwords = ['postgres', 'eventstoredb-admin', 'eventstoredb-ops'].map((name) => text(`${name}.password`));
    expect(new Set(passwords).size).toBe(3);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{44}$/);
    expect(text('vault.url')).toContain(`:${passwords[0] ?? ''}@postgres:5432/`);
    expect(text('eventstoredb.url')).toContain(`admin:${passwords[1] ?? ''}@eventstoredb:2113?`);
    expect(Buffer.from(text('master.key'), 'base64')).toHaveLength(32);
    const files = { SAKSI_VAULT_URL_FILE: 'vault.url', SAKSI_EVENTSTOREDB_URL_FILE: 'eventstoredb.url', SAKSI_MASTER_KEY_FILE: 'master.key' };
    const named = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]));
    expect(readConfiguration({ SAKSI_STORE: 'eventstoredb', ...named }).SAKSI_VAULT_URL).toBe(text('vault.url'));
  });
});

describe('deploy/certificates.sh', () => {
  const [at, , , ...nodes] = compose.services['certificates']?.command ?? [];
  const certify = (environment: Readonly<Record<string, string>> = {}): string => {
    const folders = ['authority', 'certificates', 'trust'].map((name) => join(folder, name));
    execFileSync('mkdir', ['-p', ...folders]);
    const env = { ...process.env, OWNER: `${uid}:${gid}`, ...environment };
    return execFileSync('sh', [join(root, 'deploy/certificates.sh'), ...folders, ...nodes], { env, encoding: 'utf8' });
  };
  const certificate = (...path: readonly string[]): X509Certificate => new X509Certificate(text(...path));

  // Made once: keys take long to find. Each spec goes on from a copy of them.
  const made = mkdtempSync(join(tmpdir(), 'saksi-certified-'));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  beforeEach(() => {
    if (readdirSync(made).length > 0) return cpSync(made, folder, { recursive: true });
    certify();
    cpSync(folder, made, { recursive: true });
  }, 60_000);

  it('certifies every node under the names that it is called by', () => {
    expect(at).toBe('/authority');
    const authority = certificate('trust', 'ca.crt');
    expect(text('certificates', 'ca', 'ca.crt')).toBe(text('trust', 'ca.crt'));
    for (const node of nodes) {
      const own = certificate('certificates', node, 'node.crt');
      expect(own.verify(authority.publicKey)).toBe(true);
      expect(own.checkPrivateKey(createPrivateKey(text('certificates', node, 'node.key')))).toBe(true);
      expect([own.checkHost(node), own.checkHost('eventstoredb'), own.checkHost('localhost'), own.checkIP('127.0.0.1')]).not.toContain(undefined);
      expect(own.checkHost('elsewhere')).toBeUndefined();
      // By which nodes know each other.
      expect(own.subject).toContain('CN=eventstoredb-node');
      expect(mode(join(folder, 'certificates', node, 'node.key'))).toBe('600');
    }
    expect(mode(join(folder, 'authority/ca.key'))).toBe('600');
    expect(mode(join(folder, 'trust/ca.crt'))).toBe('644');
    const file = join(folder, 'certificates', nodes[0] ?? '', 'node.crt');
    const verified = spawnSync('openssl', ['verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', join(folder, 'trust/ca.crt'), file], {
      encoding: 'utf8',
    });
    expect(verified.stdout).toContain('OK');
  }, 60_000);

  it('keeps what is good, and renews what ends soon by the authority that there is', () => {
    for (const node of nodes) rmSync(join(folder, 'certificates', node, 'node.crt'));
    certify({ DAYS: '1' });
    const before = contents();
    const renewed = certify();
    for (const node of nodes) expect(renewed).toContain(`made a certificate for ${node}\n`);
    expect(text('trust', 'ca.crt')).toBe(before[join(folder, 'trust/ca.crt')]);
    const after = contents();
    expect(certify()).toBe('');
    expect(contents()).toEqual(after);
  }, 60_000);

  it('begins again where it was interrupted', () => {
    for (const left of ['authority/ca.crt', `certificates/${nodes[0] ?? ''}/node.crt`]) rmSync(join(folder, left));
    certify();
    for (const node of nodes) {
      const own = certificate('certificates', node, 'node.crt');
      expect(own.verify(certificate('trust', 'ca.crt').publicKey)).toBe(true);
      expect(own.checkPrivateKey(createPrivateKey(text('certificates', node, 'node.key')))).toBe(true);
    }
  }, 60_000);
});
