export { askAnew } from './ask-anew.ts';
export { followChanges, useConnection, type Change, type Connection } from './connection.ts';
export { isNewsFor } from './news.ts';
export { useOldestShown } from './shown.ts';
