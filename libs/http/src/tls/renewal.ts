import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:tls';
import { traceOf } from '../problem/trace.ts';
import type { TlsMaterial } from '../server/adapter.ts';

/** A certificate and a key that cannot serve together. */
export class UnusableCertificate extends Error {
  override readonly name = 'UnusableCertificate';
  constructor(certFile: string, why: string, options?: ErrorOptions) {
    super(`The certificate ${certFile} cannot be used: ${why} Run "saksi tls init", or put a fitting pair in place.`, options);
  }
}

/** Reads a certificate and its key, and makes sure that they fit. @throws UnusableCertificate */
export async function readTlsMaterial(certFile: string, keyFile: string): Promise<TlsMaterial> {
  let material: TlsMaterial;
  try {
    material = { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') };
  } catch (cause) {
    throw new UnusableCertificate(certFile, `it or its key ${keyFile} cannot be read.`, { cause });
  }
  let fits: boolean;
  try {
    fits = new X509Certificate(material.cert).checkPrivateKey(createPrivateKey(material.key));
  } catch (cause) {
    throw new UnusableCertificate(certFile, 'it or its key is damaged.', { cause });
  }
  if (!fits) throw new UnusableCertificate(certFile, `the key ${keyFile} is not its own.`);
  return material;
}

export interface RenewalOptions {
  readonly certFile: string;
  readonly keyFile: string;
  readonly log: { info(details: object, message: string): void; warn(details: object, message: string): void };
  /** How often the files are looked at, ms. Default 5,000. Polling sees replaced files and moved links everywhere. */
  readonly every?: number;
}

/** Takes up a new certificate while the server runs: connections that are open stay open. Returns what ends the watch. */
export function renewWithoutRestart(server: Pick<Server, 'setSecureContext'>, { certFile, keyFile, log, every = 5_000 }: RenewalOptions): () => void {
  const take = (): void => {
    readTlsMaterial(certFile, keyFile).then(
      (material) => {
        server.setSecureContext({ ...material, minVersion: 'TLSv1.2' });
        log.info({ validTo: new X509Certificate(material.cert).validTo }, 'A new certificate is in use.');
      },
      (error: unknown) => log.warn({ trace: traceOf(error) }, 'The new certificate cannot be used; the old one stays.'),
    );
  };
  for (const file of [certFile, keyFile]) watchFile(file, { interval: every, persistent: false }, take);
  return () => {
    for (const file of [certFile, keyFile]) unwatchFile(file, take);
  };
}
