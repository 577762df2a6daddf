import type { webcrypto } from 'node:crypto';

declare global {
  /** `@hpke/core` is typed against the browser's names; Node has the same things under `webcrypto`. */
  type CryptoKey = webcrypto.CryptoKey;
  type CryptoKeyPair = webcrypto.CryptoKeyPair;
}
