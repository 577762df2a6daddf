import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { networkInterfaces, hostname } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import type { Instant } from '#kernel';
import type { KeptCertificate } from './certificate.ts';

export interface TlsFiles {
  readonly authorityCert: string;
  readonly authorityKey: string;
  readonly cert: string;
  readonly key: string;
}

/** Where `saksi tls init` keeps what it makes. */
export const tlsFilesIn = (folder: string): TlsFiles => ({
  authorityCert: join(folder, 'authority.crt'),
  authorityKey: join(folder, 'authority.key'),
  cert: join(folder, 'server.crt'),
  key: join(folder, 'server.key'),
});

/** Every name and address under which this machine may be called. */
export function hostsOfThisMachine(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => (found ?? []).filter(({ scopeid }) => !scopeid).map(({ address }) => address));
  const name = hostname().toLowerCase();
  const names = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : [];
  return [...new Set(['localhost', ...names, '127.0.0.1', '::1', ...addresses])];
}

export interface TlsInitOptions {
  readonly folder: string;
  readonly now: Instant;
  /** Default: `hostsOfThisMachine()`. */
  readonly hosts?: readonly string[];
}

export interface TlsInitialised {
  readonly files: TlsFiles;
  readonly hosts: readonly string[];
  /** False when the authority was there: phones that trust it need nothing. */
  readonly newAuthority: boolean;
}

/** Makes the authority where there is none, and a new server certificate. Keys are readable by their owner alone. */
export async function initialiseTls({ folder, now, hosts = hostsOfThisMachine() }: TlsInitOptions): Promise<TlsInitialised> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = tlsFilesIn(folder);
  // A server that only uses certificates need not load what makes them.
  const { createAuthority, issueServerCertificate } = await import('./authority.ts');
  const newAuthority = !existsSync(files.authorityCert) || !existsSync(files.authorityKey);
  if (newAuthority) await keep(await createAuthority({ now, names: hosts.filter(isName) }), files.authorityCert, files.authorityKey);
  const authority: KeptCertificate = { cert: await readFile(files.authorityCert, 'utf8'), key: await readFile(files.authorityKey, 'utf8') };
  await keep(await issueServerCertificate(authority, { now, hosts }), files.cert, files.key);
  return { files, hosts, newAuthority };
}

/** Makes a new server certificate when fewer than `daysLeft` (default 30) days are left. True when it did. */
export async function renewWhenDue({ folder, now, hosts, daysLeft = 30 }: TlsInitOptions & { readonly daysLeft?: number }): Promise<boolean> {
  const { validTo } = new X509Certificate(await readFile(tlsFilesIn(folder).cert));
  if (Date.parse(validTo) - now > daysLeft * 86_400_000) return false;
  await initialiseTls({ folder, now, ...(hosts && { hosts }) });
  return true;
}

const isName = (host: string): boolean => !/^[\d.]+$/.test(host) && !host.includes(':');

/** Written aside and renamed, the key first: whoever reads in between finds a pair that does not fit, and waits. */
async function keep({ cert, key }: KeptCertificate, certFile: string, keyFile: string): Promise<void> {
  await writeFile(`${keyFile}.new`, key, { mode: 0o600 });
  await writeFile(`${certFile}.new`, cert, { mode: 0o644 });
  await rename(`${keyFile}.new`, keyFile);
  await rename(`${certFile}.new`, certFile);
}
