import { createHmac, type KeyObject } from 'node:crypto';
import type { Disclosure } from '#cqrs';
import type { PersonalKind } from '#kernel';
import { checkCommitted, commitmentTo } from '../commitment.ts';
import { DisclosureRefused } from '../errors.ts';
import { bound, combine, seal, unseal } from '../sealing.ts';
import { packable, type PackedEntry } from '../search/packed.ts';
import type { Shelf } from '../search/segment.ts';
import { searchable } from '../search/words.ts';
import { kindCode, kindOf } from './kinds.ts';

/** A person whose key is at hand. */
export interface OpenSubject {
  readonly n: number;
  readonly subject: string;
  readonly key: KeyObject;
}

/** What is wrong with what is to be kept, if anything. */
export function faultIn(disclosures: readonly Disclosure[]): DisclosureRefused | undefined {
  try {
    for (const disclosure of disclosures) {
      checkCommitted(disclosure);
      if (kindCode(disclosure.kind) < 0) return new DisclosureRefused({ path: disclosure.path, why: 'the vault knows no such kind of value.' });
      if (commitmentTo(disclosure) !== disclosure.commitment)
        return new DisclosureRefused({ path: disclosure.path, why: 'its commitment is to something else.' });
    }
    return undefined;
  } catch (error) {
    return error instanceof DisclosureRefused ? error : new DisclosureRefused({ path: '?', why: 'it is not a disclosure.' });
  }
}

/** The first half of HMAC-SHA-256: equal for equal values, and nothing to who has not the key. Notes are never compared. */
export function sameness(key: KeyObject, kind: PersonalKind, value: string): Buffer | undefined {
  const text = searchable(kind, value);
  if (kind === 'note' || text === '') return undefined;
  return createHmac('sha256', key).update(`${kind}\0${text}`, 'utf8').digest().subarray(0, 16);
}

/** The persons a value concerns: its subject first, then the others by their number, which is how their keys are combined. */
export const inOrder = (own: OpenSubject, others: readonly OpenSubject[]): readonly [OpenSubject, ...OpenSubject[]] => [
  own,
  ...others.toSorted((one, other) => one.n - other.n),
];

/** A value as it is stored, sealed by the keys of all it concerns. */
export interface SealedValue {
  readonly kind: number;
  readonly same: Buffer | undefined;
  readonly sealed: Buffer;
}

export function sealValue({ commitment, subject, path, value, salt, kind }: Disclosure, persons: readonly OpenSubject[], sameKey: KeyObject): SealedValue {
  const code = kindCode(kind);
  const key = combine(persons.map((person) => person.key));
  return {
    kind: code,
    same: sameness(sameKey, kind, value),
    sealed: seal(key, JSON.stringify([salt, path, value]), bound.value(commitment, subject, code)),
  };
}

/** The value, or undefined when it, or what it is bound to, was altered. `keys` as they were combined. */
export function openValue(
  { commitment, subject, kind, sealed }: { readonly commitment: string; readonly subject: string; readonly kind: number; readonly sealed: Uint8Array },
  keys: readonly KeyObject[],
): string | undefined {
  const plain = unseal(combine(keys), sealed, bound.value(commitment, subject, kind));
  const parts: unknown = plain && JSON.parse(plain.toString('utf8'));
  const [salt, path, value] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
  if (typeof salt !== 'string' || typeof path !== 'string' || typeof value !== 'string') return undefined;
  return commitmentTo({ salt, subject, path, value }) === commitment ? value : undefined;
}

export const shelfOf = (kind: PersonalKind): Shelf => (kind === 'note' ? 1 : 0);

/** How a value is found; undefined: it holds nothing to search for. */
export function entryFor(value: string, of: { readonly disclosure: number; readonly subject: number; readonly kind: number }): PackedEntry | undefined {
  const text = searchable(kindOf(of.kind), value);
  return text === '' ? undefined : packable({ ...of, text });
}
