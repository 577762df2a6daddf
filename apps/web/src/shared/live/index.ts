export { followChanges, useConnection, type Change, type Connection } from './connection.ts';
export { useOldestShown } from './shown.ts';
