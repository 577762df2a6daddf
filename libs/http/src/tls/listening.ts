/** Listening beyond this machine without encryption. */
export class InsecureListening extends Error {
  override readonly name = 'InsecureListening';
  constructor(host: string) {
    super(
      `SAKSI_HOST is ${host}, which others can reach, but there is no TLS: passphrases and names would travel in the open, and phones refuse to work offline. ` +
        'Run "saksi tls init" and set SAKSI_TLS_CERT and SAKSI_TLS_KEY; or, behind a proxy that does TLS, set SAKSI_BEHIND_PROXY; or set SAKSI_HOST to 127.0.0.1.',
    );
  }
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/** @throws InsecureListening beyond loopback without TLS, unless a proxy does it */
export function refuseInsecureListening({ host, tls, behindProxy }: { readonly host: string; readonly tls: boolean; readonly behindProxy: boolean }): void {
  if (!tls && !behindProxy && !loopback.test(host)) throw new InsecureListening(host);
}
