import { createHmac, type KeyObject } from 'node:crypto';
import { commitmentOf, type Sealed } from '#kernel';
import { DisclosureRefused } from './errors.ts';

/** What a commitment binds together. `salt`: 16 bytes in lower-case hex. */
export interface Committed {
  readonly salt: string;
  readonly subject: string;
  readonly path: string;
  readonly value: string;
}

const salts = /^[0-9a-f]{32}$/;

export const commitmentTo = ({ salt, subject, path, value }: Committed): Sealed => commitmentOf(salt, subject, path, value);

/** @throws DisclosureRefused when the parts cannot be committed to in one way only */
export function checkCommitted({ salt, subject, path, value }: Committed): void {
  if (!salts.test(salt)) throw new DisclosureRefused({ path, why: 'its salt must be 16 bytes in lower-case hex.' });
  if (!value.isWellFormed() || !path.isWellFormed() || !subject.isWellFormed())
    throw new DisclosureRefused({ path, why: 'it holds half a character (a lone surrogate).' });
  if (subject === '') throw new DisclosureRefused({ path, why: 'it names no subject.' });
}

/** The salt of a value that came without one: the same at every retry of the command, and known to nobody else. */
export const derivedSalt = (key: KeyObject, commandId: string, path: string): string =>
  createHmac('sha256', key).update(`${commandId}\0${path}`, 'utf8').digest().subarray(0, 16).toString('hex');

/** @throws DisclosureRefused */
export function commit(committed: Committed): Sealed {
  checkCommitted(committed);
  return commitmentTo(committed);
}
