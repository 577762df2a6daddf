/** The machine's failures, not the event's: the projector waits and tries again instead of parking anything. */
const ofTheMachine = [
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_CANTOPEN',
  'SQLITE_PROTOCOL',
  'SQLITE_AUTH',
  'SQLITE_PERM',
];
const ofTheFile = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_FORMAT'];

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
const among = (codes: readonly string[], error: unknown): boolean => codes.some((code) => codeOf(error).startsWith(code));

/** The file cannot be trusted any more; it is thrown away and filled again. */
export const isDamaged = (error: unknown): boolean => among(ofTheFile, error);

/** Whether an error that a step threw says nothing about the event. */
export const isOfTheMachine = (error: unknown): boolean => among(ofTheMachine, error) || isDamaged(error);
