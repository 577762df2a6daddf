import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';

/** Where the server is asked for, and whom it is believed by. */
export interface Endpoints {
  readonly hosts: readonly { readonly address: string; readonly port: number }[];
  readonly insecure: boolean;
  /** The authority's certificate; undefined: the authorities that this machine trusts. */
  readonly authority: Buffer | undefined;
}

const patience = 2_000;

/**
 * Why no host lets this machine speak TLS with it, as Node says it; none: one does. The client asks several hosts behind
 * a discovery that forgets why they did not answer, and tries again as if waiting could help.
 */
export async function handshakeFailures({ hosts, authority }: Endpoints): Promise<readonly string[]> {
  const failures = await Promise.all(hosts.map(({ address, port }) => shakeHands({ host: address, port, ...(authority && { ca: authority }) })));
  return failures.some((failure) => failure === undefined) ? [] : failures.flatMap((failure) => failure ?? []);
}

/** Whether a host that is asked without TLS would speak TLS. */
export async function speaksTls({ hosts }: Endpoints): Promise<boolean> {
  const failures = await Promise.all(hosts.map(({ address, port }) => shakeHands({ host: address, port, rejectUnauthorized: false })));
  return failures.includes(undefined);
}

const shakeHands = (options: ConnectionOptions): Promise<string | undefined> =>
  new Promise((done) => {
    const socket = connect({ ALPNProtocols: ['h2'], timeout: patience, ...options });
    const end = (failure?: string): void => {
      socket.destroy();
      done(failure);
    };
    socket.once('secureConnect', () => end());
    socket.once('timeout', () => end('It did not answer in time.'));
    socket.once('error', (error: Error) => end(error.message));
  });
