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

/** @throws UnusableCertificate */
export async function tlsOf({ SAKSI_TLS_CERT: certFile, SAKSI_TLS_KEY: keyFile }: Configuration, log: Log): Promise<Tls | undefined> {
  if (certFile === undefined || keyFile === undefined) return undefined;
  let stop: () => void = () => undefined;
  const authority = join(dirname(certFile), 'authority.crt');
  return {
    ...(existsSync(authority) && { authorityCert: await readFile(authority, 'utf8') }),
    material: await readTlsMaterial(certFile, keyFile),
    renew: (server) => {
      stop = renewWithoutRestart(server, { certFile, keyFile, log });
    },
    close: () => stop(),
  };
}
