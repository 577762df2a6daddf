/*
 * What the screens know of recording and asking. Everything a person records goes through `record`, everything they read
 * through `ask` (`useAnswer` on a screen), whether or not there is a network.
 */
export { ask, type Answer } from './ask.ts';
export { useAnswer, type Answered } from './use-answer.ts';
export { record, type RecordOptions } from './record.ts';
export type { Recorded } from './recorded.ts';
export { useWaiting, type Waiting } from './waiting.ts';
export { useQueue, type Queue } from './queue.ts';
export type { Entry, EntryState } from './keep/entry.ts';
export { enrolledDevice, enrolThisPhone } from './enrol.ts';
export { amend, contentOf, discard, keepAsNote, tryAgain, type DiscardReason } from './decide.ts';
export { startOffline } from './start.ts';
