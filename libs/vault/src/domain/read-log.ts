import { event, formatWib, naturalId, stream, type Instant } from '#kernel';

/** One reader saw personal data of these persons in one view during one minute, so many times. */
export const personalDataRead = event('vault.personal-data-read.v1')<{
  reader: string;
  role: string;
  post?: string;
  view: string;
  minute: Instant;
  times: number;
  subjects: readonly string[];
}>();

export type ReadLogEvent = ReturnType<typeof personalDataRead>;

/** How much of personal data one reader has read in one civil day (Asia/Jakarta). */
export interface ReadLog {
  readonly entries: number;
}

export const readLog = stream<ReadLog, ReadLogEvent>({
  kind: 'read-log',
  initial: { entries: 0 },
  evolve: { 'vault.personal-data-read.v1': ({ entries }) => ({ entries: entries + 1 }) },
});

/** The reader's own stream of the day. */
export const readLogId = (reader: string, minute: Instant): string => naturalId('read-log', `${reader}/${formatWib(minute).slice(0, 10)}`);
