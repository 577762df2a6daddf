/** What keeps secrets and sessions, identity.db or PostgreSQL, cannot be read or written now; what was asked may be repeated. Answered as 503. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
  /** SQLite's code where there is one: `SQLITE_FULL`, `SQLITE_READONLY`…; `POSTGRES` where PostgreSQL says why. */
  readonly code: string | undefined;
  constructor(why: string, code?: string) {
    super(`${sentences.get(code ?? '') ?? 'The identity file cannot be used now'} (${why}). Sessions already open go on; sign-in waits until this is solved.`);
    this.code = code;
  }
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['POSTGRES', 'The database of accounts and sessions cannot be used now'],
  ['SQLITE_FULL', 'The disk is full: free some space'],
  ['SQLITE_READONLY', 'The identity file is read-only: give its owner write permission'],
  ['SQLITE_CANTOPEN', 'The identity file cannot be opened: check that its folder exists and may be written'],
  ['SQLITE_BUSY', 'Another process holds the identity file: stop it'],
  ['SQLITE_CORRUPT', 'The identity file is damaged: restore it from a backup'],
  ['SQLITE_NOTADB', 'The identity file is not a database: restore it from a backup'],
]);
