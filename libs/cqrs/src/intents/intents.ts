import type { Receipt } from '#event-store';

/**
 * A command on its way into a log that keeps no receipts of its own (`capabilities.receipts` is false). It says where the
 * command's events stand if they stand anywhere: in this stream, not before this revision.
 */
export interface CommandIntent extends Receipt {
  readonly stream: string;
  readonly firstRevision: number;
}

/**
 * What was about to be appended, shared by every node. An intent is no proof: whether its command was recorded is read
 * from the stream, where its events have the ids `eventId(command, index)`.
 */
export interface CommandIntents {
  /**
   * Writes the intent unless the command has one, and resolves to the one that stands: durable, and the same for every
   * node that asks. One with another user or digest means that the key was used otherwise.
   */
  intend(intent: CommandIntent): Promise<CommandIntent>;
  /** The intent of a command; undefined: no node has tried to append it. */
  of(command: string): Promise<CommandIntent | undefined>;
}
