import { Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { codes, fields, moment, textOf } from '#read-models';
import { sql } from 'kysely';
import type { MovementTable } from './movements.projection.ts';

/** Who recorded something that stands on a document, and who consented to it. */
export class Signed {
  @Words('What they signed for: the type of the event') what!: string;
  @Id('Account of who says so') by!: string;
  @Words('In which role') role!: string;
  @Moment('When it happened') at!: string;
  @Moment('When the log learnt of it') recorded!: string;
  @OneOf('In which voice', ['asked', 'testified']) voice!: string;
  @OrNull(Words('How testimony reached the log')) method!: string | null;
  @OrNull(Id('Account of the second person who consented')) confirmedBy!: string | null;
  @OrNull(OneOf('How they consented: by their PIN, or by their own device', ['pin', 'device'])) confirmedThrough!: string | null;
  @OrNull(Words('The village in which it happened')) village!: string | null;
  @Many(Words('Code of an objection that stood against it')) contradicts!: string[];
}

export type SignedRow = Pick<MovementTable, 'type' | 'user' | 'role' | 'at' | 'recorded' | 'voice' | 'method' | 'contradicts' | 'detail'>;

/** What `signedOf` needs of a row of `movement m`. */
export const signedColumns = sql`m.type, m.user, m.role, m.at, m.recorded, m.voice, m.method, m.contradicts, m.detail`;

export function signedOf(row: SignedRow): Signed {
  const { confirmedBy, confirmedThrough, village } = fields(row.detail);
  return {
    what: row.type,
    by: row.user,
    role: row.role,
    at: moment(row.at),
    recorded: moment(row.recorded),
    voice: row.voice,
    method: row.method,
    confirmedBy: textOf(confirmedBy),
    confirmedThrough: textOf(confirmedThrough),
    village: textOf(village),
    contradicts: codes(row.contradicts),
  };
}
