import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Server } from 'node:tls';
import type { Configuration } from '#configuration';
import { readTlsMaterial, renewWithoutRestart } from '#http';
import type { Log, TlsMaterial } from '#http';

/** https as configured: what to start with, and how a renewed certificate is taken up. */
export interface Tls {
  readonly material: TlsMaterial;
  /** Of an authority of our own, the certificate that phones have to trust. */
  readonly authorityCert?: string;
  readonly renew: (server: Pick<Server, 'setSecureContext'>) => void;
  readonly close: () => void;
}

type Files = Pick<Configuration, 'SAKSI_TLS_CERT' | 'SAKSI_TLS_KEY'>;

/** The certificate and key as configured; undefined: none are. @throws UnusableCertificate */
export async function readTlsPair({ SAKSI_TLS_CERT: certFile, SAKSI_TLS_KEY: keyFile }: Files): Promise<TlsMaterial | undefined> {
  return certFile === undefined || keyFile === undefined ? undefined : readTlsMaterial(certFile, keyFile);
}

/** @throws UnusableCertificate */
export async function tlsOf(configuration: Configuration, log: Log): Promise<Tls | undefined> {
  const { SAKSI_TLS_CERT: certFile, SAKSI_TLS_KEY: keyFile } = configuration;
  const material = await readTlsPair(configuration);
  if (certFile === undefined || keyFile === undefined || !material) return undefined;
  let stop: () => void = () => undefined;
  const authority = join(dirname(certFile), 'authority.crt');
  return {
    ...(existsSync(authority) && { authorityCert: await readFile(authority, 'utf8') }),
    material,
    renew: (server) => {
      stop = renewWithoutRestart(server, { certFile, keyFile, log });
    },
    close: () => stop(),
  };
}
