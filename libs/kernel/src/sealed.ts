import { hash } from 'node:crypto';
import type { CoSignature, CoSignatureClaim } from './co-signature.ts';

declare const sealed: unique symbol;

/**
 * A personal value as the log knows it: its commitment, 64 characters of hex. The value itself is in the vault.
 * In a command's class this is the type of a personal field after the server has sealed it.
 */
export type Sealed = string & { readonly [sealed]: true };

/** A personal value as a person sends it; `salt` is 16 bytes in hex, derived by the server when absent. */
export interface Personal {
  readonly value: string;
  readonly salt?: string;
}

/** What sort of personal value it is: names are searched by letters, notes by words, numbers compared by keyed hash, photos never. */
export type PersonalKind = 'name' | 'identity-number' | 'contact' | 'note' | 'photo';

/** `SHA-256('saksi.commit.v1' ‖ 0x00 ‖ JCS([salt, subject, path, value]))` in hex. For strings, JSON.stringify is JCS (RFC 8785 §3.2.2.2). */
export const commitmentOf = (salt: string, subject: string, path: string, value: string): Sealed =>
  hash('sha256', `saksi.commit.v1\0${JSON.stringify([salt, subject, path, value])}`) as Sealed;

/** A person sends a personal value open; a process passes on the commitment of what was sealed before. */
type AskedValue<V> = V extends Sealed
  ? Personal | Sealed
  : V extends CoSignature
    ? CoSignatureClaim
    : V extends readonly (infer Item)[]
      ? readonly AskedValue<Item>[]
      : V extends object
        ? Asked<V>
        : V;

/** A command as a person sends it: personal fields open, consents as claims, all else as the decider sees it. */
export type Asked<C> = { [K in keyof C]: AskedValue<C[K]> };
