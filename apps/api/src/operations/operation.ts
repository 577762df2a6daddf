import type { z } from 'zod';
import type { Saksi } from '../parts.ts';

/** How far a long operation is; `total` 0: not known. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** Such as events a second. */
  readonly rate?: number;
}

/** What an operation may tell while it runs. */
export interface Telling {
  readonly progress: (progress: Progress) => void;
  /** One of many results, such as an event; resolves when the reader is ready for more. */
  readonly item: (item: object) => Promise<void>;
  /** The reader went away. */
  readonly signal: AbortSignal;
}

/** Who runs it: the operating-system user; the actor of what is recorded. */
export interface Operator {
  readonly user: string;
}

/** Something done to a Saksi from the command line, through the running server or on the folder itself. */
export interface Operation<Args extends object = object, Result extends object = object> {
  readonly name: string;
  readonly args: z.ZodType<Args>;
  /** It is carried out by process managers; an operation that only looks must not set them to work. */
  readonly actsThroughProcesses?: boolean;
  readonly run: (saksi: Saksi, args: Args, operator: Operator, telling: Telling) => Promise<Result>;
}

/** Declares an operation; `args` is checked on both sides of the socket. */
export const operation = <Args extends object, Result extends object>(declared: Operation<Args, Result>): Operation<Args, Result> => declared;

/** What an operator asked for cannot be done: a sentence for a person, without a stack. */
export class CannotBeDone extends Error {
  override readonly name = 'CannotBeDone';
}
