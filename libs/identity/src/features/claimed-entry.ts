import { Count, Id, Many, Moment, OneOf, Optional, Words } from '#http';
import type { Instant } from '#kernel';
import { entryMarks, type ClaimedEntry, type ClaimedTimes, type EntryMark } from '../domain/entry.ts';

/** An entry that a device signed, as identity hears of it. */
export abstract class OfClaimedEntry {
  @Id('The entry: its command’s id') entry!: string;
  @Words('The command’s name', { example: 'access.lock-door' }) command!: string;
  @Id('Whom it names as its author') author!: string;
  @Id('The device that it names') device!: string;
  @Count('Its number in the device’s sequence') seq!: number;
  @Many(OneOf('What is wrong with it', entryMarks), { min: 1 }) marks!: readonly EntryMark[];
  @Optional(Count('How many numbers directly before it had not come')) missing?: number;
  @Optional(Id('The post it concerns')) post?: string;
  @Moment('The device’s clock') clock!: Instant;
  @Count('How far that clock is behind the server’s, ms', { min: -Number.MAX_SAFE_INTEGER }) offset!: number;
  @Words('When it happened, as said', { max: 40, example: '2023-12-01T02:13:00+07:00' }) occurredAt!: string;
  @Moment('When it happened, corrected by the clock’s offset') effectiveAt!: Instant;
}

export const claimOf = ({
  command,
  author,
  device,
  seq,
  marks,
  missing,
  post,
  clock,
  offset,
  occurredAt,
  effectiveAt,
}: OfClaimedEntry): ClaimedEntry & ClaimedTimes => ({
  command,
  author,
  device,
  seq,
  marks,
  ...(missing !== undefined && { missing }),
  ...(post !== undefined && { post }),
  clock,
  offset,
  occurredAt,
  effectiveAt,
});
