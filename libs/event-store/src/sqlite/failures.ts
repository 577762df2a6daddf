import type { UnopenableReason } from '../errors.ts';
import type { OpenFailure } from './messages.ts';

/** The code of an SqliteError or of a Node system error, '' for anything else. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const reasons: readonly (readonly [prefix: string, reason: UnopenableReason])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_READONLY', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_CANTOPEN', 'no-permission'],
  ['SQLITE_PERM', 'no-permission'],
  ['SQLITE_AUTH', 'no-permission'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
];

const sentences: Readonly<Record<UnopenableReason, (file: string) => string>> = {
  locked: (file) => `Another program holds ${file}. Stop it (another Saksi, an SQLite shell, a backup tool) and start again.`,
  'read-only': (file) => `${file} can be read but not written. Make the file and its folder writable for this user (chmod u+w), or mount the disk writable.`,
  'no-permission': (file) => `${file} cannot be opened. Check that it is a file and that this user may read and write it and its folder.`,
  'not-a-database': (file) =>
    `${file} is not a Saksi log: its first bytes are not those of an SQLite file. Put it aside and restore the last backup ("saksi restore").`,
  foreign: (file) => `${file} is an SQLite file of another program, not a Saksi log. Point SAKSI_DATA to the right folder.`,
  newer: (file) => `${file} was written by a newer Saksi. Upgrade this one; it will not write into a log it does not know.`,
  corrupt: (file) => `${file} is damaged. Keep it as it is, run "saksi doctor", and restore the last backup ("saksi restore").`,
  'disk-full': (file) => `There is no space left for ${file}. Free some space; nothing that was acknowledged is lost.`,
  io: (file) => `The disk under ${file} reports errors. Check the disk and the system's log.`,
};

/** What stands in the way of the log, as a sentence a person can act on. */
export function failureOf(error: unknown, file: string): OpenFailure {
  if (error instanceof LogFailure) return error.failure;
  const code = codeOf(error);
  const reason = reasons.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'io';
  return { reason, why: `${sentences[reason](file)}${code === '' ? '' : ` [${code}]`}` };
}

export const failureFor = (reason: UnopenableReason, file: string): OpenFailure => ({ reason, why: sentences[reason](file) });

/** A failure that was found by looking, not reported by SQLite. */
export class LogFailure extends Error {
  override readonly name = 'LogFailure';
  readonly failure: OpenFailure;
  constructor(failure: OpenFailure) {
    super(failure.why);
    this.failure = failure;
  }
}
