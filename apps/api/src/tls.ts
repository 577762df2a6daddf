import type { Server } from 'node:tls';
import type { Configuration } from '#configuration';
import { readTlsMaterial, renewWithoutRestart } from '#http';
import type { Log, TlsMaterial } from '#http';

/** https as configured: what to start with, and how a renewed certificate is taken up. */
export interface Tls {
  readonly material: TlsMaterial;
  readonly renew: (server: Pick<Server, 'setSecureContext'>) => void;
  readonly close: () => void;
}

/** @throws UnusableCertificate */
export async function tlsOf({ SAKSI_TLS_CERT: certFile, SAKSI_TLS_KEY: keyFile }: Configuration, log: Log): Promise<Tls | undefined> {
  if (certFile === undefined || keyFile === undefined) return undefined;
  let stop: () => void = () => undefined;
  return {
    material: await readTlsMaterial(certFile, keyFile),
    renew: (server) => {
      stop = renewWithoutRestart(server, { certFile, keyFile, log });
    },
    close: () => stop(),
  };
}
