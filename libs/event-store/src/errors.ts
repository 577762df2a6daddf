import type { KeptReceipt } from './port.ts';

/** The stream's last revision is not the expected one; nothing was written. `actual` -1: the stream does not exist. */
export class ConcurrencyConflict extends Error {
  override readonly name = 'ConcurrencyConflict';
  readonly stream: string;
  readonly expected: number | 'none';
  readonly actual: number;
  constructor(stream: string, expected: number | 'none', actual: number) {
    super(`Stream ${stream} is at revision ${actual}, not at ${expected}.`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** The ids stand at the expected revision, with other bytes; nothing was written. */
export class DuplicateEventId extends Error {
  override readonly name = 'DuplicateEventId';
  readonly stream: string;
  constructor(stream: string) {
    super(`Stream ${stream} holds these event ids with other content.`);
    this.stream = stream;
  }
}

/** It may have been recorded: repeat with the same ids at the same revision. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(why: string, options?: ErrorOptions) {
    super(`It may have been recorded; repeat with the same key. ${why}`, options);
  }
}

/** Nothing was written, and the store cannot take it now. `retryAfter` in seconds; `diskFull`: not before somebody makes room. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
  readonly retryAfter: number;
  readonly diskFull: boolean;
  constructor(why: string, options: ErrorOptions & { retryAfter?: number; diskFull?: boolean } = {}) {
    super(why, options);
    this.retryAfter = options.retryAfter ?? 1;
    this.diskFull = options.diskFull ?? false;
  }
}

/** The caller's mistake: an empty append, an id that is no UUID, a negative revision. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}

/** A receipt of this command is kept already, for other events or another revision; nothing was written. Where `capabilities.receipts` is true. */
export class CommandAlreadyRecorded extends Error {
  override readonly name = 'CommandAlreadyRecorded';
  readonly receipt: KeptReceipt;
  constructor(receipt: KeptReceipt) {
    super(`Command ${receipt.command} stands already in stream ${receipt.stream}.`);
    this.receipt = receipt;
  }
}

/** Why a log cannot be opened, as a word for programs. */
export type UnopenableReason = 'locked' | 'read-only' | 'no-permission' | 'not-a-database' | 'foreign' | 'newer' | 'corrupt' | 'disk-full' | 'io';

/** The log cannot be opened at start; the message says what a person can do about it. */
export class EventStoreUnopenable extends Error {
  override readonly name = 'EventStoreUnopenable';
  readonly file: string;
  readonly reason: UnopenableReason;
  constructor(file: string, reason: UnopenableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
    this.reason = reason;
  }
}

/** Another process has this folder. `holder` is its process id, where that is known. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
  readonly folder: string;
  readonly holder: number | undefined;
  constructor(folder: string, holder?: number) {
    super(`Another Saksi${holder === undefined ? '' : ` (process ${holder})`} is using ${folder}. Stop it first, or choose another folder with SAKSI_DATA.`);
    this.folder = folder;
    this.holder = holder;
  }
}

/** No event of this log stands at this position: it is another log's, or this log was restored from before it. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition';
  readonly position: bigint;
  constructor(position: bigint, options?: ErrorOptions) {
    super(`The log has no event at position ${position}: it is another log than before, or it was restored from an older backup.`, options);
    this.position = position;
  }
}

/** An event came that does not lie after the one before it. Whoever reads on would project a log that does not exist. */
export class LogOutOfOrder extends Error {
  override readonly name = 'LogOutOfOrder';
  readonly position: bigint;
  readonly after: bigint;
  constructor(position: bigint, after: bigint) {
    super(`An event at position ${position} came after position ${after}: the log does not keep its order. Nothing is projected any further.`);
    this.position = position;
    this.after = after;
  }
}

/** The EventStoreDB server cannot be used; the message says why and what a person can do about it. */
export class EventStoreDbUnusable extends Error {
  override readonly name = 'EventStoreDbUnusable';
}

/** The connection string is not one; the message says what is wrong with it, without its password. */
export class WrongEventStoreDbUrl extends Error {
  override readonly name = 'WrongEventStoreDbUrl';
}

/** Two logs that should be the same are not; the message says where it shows. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
}
