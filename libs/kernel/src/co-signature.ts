import type { Instant } from './time.ts';

/** A second person's consent as it travels: their PIN online, or their own device's signature over the same command. */
export type CoSignatureClaim =
  | { readonly user: string; readonly pin: string }
  | { readonly user: string; readonly device: string; readonly seq: number; readonly clock: Instant; readonly signature: string };

/** A second person's consent, verified by the server. */
export interface CoSignature {
  readonly user: string;
  readonly method: 'pin' | 'device';
}
