import { command, type Instant } from '#kernel';
import { Count, Id, Many, Moment, Optional, Words } from '#http';
import { readingProcess } from '../../domain/processes.ts';
import { personalDataRead, readLog, readLogId } from '../../domain/read-log.ts';

export class RecordRead {
  @Words('Account of the reader', { max: 100 }) reader!: string;
  @Words('In which role') role!: string;
  @Optional(Id('At which post')) post?: string;
  @Words('Which view', { example: 'access.who-is-inside' }) view!: string;
  @Moment('In which minute') minute!: Instant;
  @Count('How often', { min: 1 }) times!: number;
  @Many(Id('A person whose data were shown'), { min: 1, max: 500 }) subjects!: readonly string[];
}

export const recordRead = command(RecordRead)({
  name: 'vault.record-read',
  summary: 'Somebody read personal data.',
  records: 'order',
  roles: [readingProcess],
  scope: () => 'everywhere',
  writes: { readLog: (c) => readLog.at(readLogId(c.reader, c.minute)) },
  objections: {},
  record: ({ reader, role, post, view, minute, times, subjects }) => [
    personalDataRead({ reader, role, ...(post !== undefined && { post }), view, minute, times, subjects }),
  ],
});
