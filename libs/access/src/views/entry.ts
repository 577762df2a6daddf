import { Count, Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { codes, fields, lateness, moment, textOf } from '#read-models';
import type { JournalTable } from './journal.projection.ts';

/** One entry of a log that people read: what was told, by whom, when it happened and when the log learnt of it. */
export class Entry {
  @Words('What happened: the type of the event') what!: string;
  @Moment('When it happened') at!: string;
  @Words('When it happened, as it was said') occurredAt!: string;
  @Moment('When the log learnt of it') recorded!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @OrNull(Id('The visit')) visit!: string | null;
  @OrNull(Id('The guest')) guest!: string | null;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @OrNull(Id('The door')) door!: string | null;
  @OrNull(Words('Code of the door')) doorCode!: string | null;
  @OrNull(Words('Number on the badge')) badge!: string | null;
  @OrNull(Words('Code of the reason')) reason!: string | null;
  @OrNull(Words('What was noted', { max: 2_000 })) note!: string | null;
  @Id('Account of who says so') by!: string;
  @Words('In which role') role!: string;
  @OrNull(Id('Account of who carried the entry here, if another')) sentBy!: string | null;
  @OneOf('In which voice', ['asked', 'testified']) voice!: string;
  @OrNull(Words('How testimony reached the log')) method!: string | null;
  @Many(Words('Code of an objection that stood against it')) contradicts!: string[];
  @Flag('Whether the log learnt of it only after the shift had ended; false where no shift is asked about') afterwards!: boolean;
}

export interface EntryRow extends Omit<JournalTable, 'stream' | 'post' | 'known_from'> {
  readonly name: string | null;
  readonly code: string | null;
}

/** Free text is a commitment of 64 hex digits; a code never is. */
const commitment = /^[0-9a-f]{64}$/;

export function entryOf(row: EntryRow, shiftEnded?: number | null): Entry {
  const { reason, note, notes, name } = fields(row.detail);
  const said = textOf(reason);
  const isNote = said !== null && commitment.test(said);
  return {
    what: row.type,
    at: moment(row.at),
    occurredAt: row.occurred_at,
    recorded: moment(row.recorded),
    lateMs: lateness(row.at, row.recorded),
    visit: row.visit,
    guest: row.guest,
    name: row.name ?? textOf(name),
    door: row.door,
    doorCode: row.code,
    badge: row.badge,
    reason: isNote ? null : said,
    note: isNote ? said : (textOf(note) ?? textOf(notes)),
    by: row.user,
    role: row.role,
    sentBy: row.sent_by,
    voice: row.voice,
    method: row.method,
    contradicts: codes(row.contradicts),
    afterwards: shiftEnded !== undefined && shiftEnded !== null && row.recorded > shiftEnded,
  };
}
