import type { Receipt } from '../../api/names.ts';
import type { Problem } from '../../api/problem.ts';
import type { Secret } from './secret.ts';

/**
 * `waiting`: saved on this phone, on its way. `recorded`: the log has it. `refused`: asked, and refused to the person's
 * face, who did something else. `to-decide`: refused after the fact; a person decides. `settled`: somebody decided.
 */
export type EntryState = 'waiting' | 'recorded' | 'refused' | 'to-decide' | 'settled';

/** One entry as this phone keeps it. What it says is sealed; only what sending needs stands open, and none of it is personal. */
export interface Entry {
  /** The command's id. */
  readonly id: string;
  /** In which order this phone saved them. */
  readonly order: number;
  readonly author: string;
  readonly device: string;
  readonly seq: number;
  readonly name: string;
  /** The record it belongs to, `visit-…`: its entries go in their order or not at all. */
  readonly stream: string;
  readonly alarm: boolean;
  /** The phone's clock. */
  readonly savedAt: number;
  /** To the server's key. */
  readonly sealed: string;
  /** To the session's key: what its author may still read, until they sign out. */
  readonly own?: Secret;
  readonly state: EntryState;
  /** Until when somebody waits for the answer to a question; then it is carried as testimony. */
  readonly askedUntil?: number;
  readonly receipt?: Receipt;
  readonly problem?: Problem;
  /** When it stopped waiting. */
  readonly doneAt?: number;
}

/** Somebody waits for the answer: it may still be refused, and until then nothing has been told. */
export const isAsked = ({ askedUntil = 0 }: Pick<Entry, 'askedUntil'>, now: number): boolean => askedUntil > now;
