import { X509Certificate } from 'node:crypto';

/** A certificate and its private key (PKCS #8), in PEM. */
export interface KeptCertificate {
  readonly cert: string;
  readonly key: string;
}

/** SHA-256 of a certificate, as phones show it: `AB:CD:…`. */
export const fingerprintOf = (cert: string): string => new X509Certificate(cert).fingerprint256;

/** A certificate's bytes (DER), which phones install. */
export const derOf = (cert: string): Buffer => new X509Certificate(cert).raw;
