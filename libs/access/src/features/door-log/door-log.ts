import { Id, Moment, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query, latest, momentOrNull } from '#read-models';
import { type RawBuilder, sql } from 'kysely';
import { doorLocked, doorRegistered, doorUnlocked } from '../../domain/door.ts';
import { doorEntered, doorLeft, entryRefused, exitNotObserved, guestAdmitted, guestLeft, guestRefused, visitCorrected } from '../../domain/visit.events.ts';
import { Entry, entryOf } from '../../views/entry.ts';
import { journal } from '../../views/journal.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { visits } from '../../views/visits.projection.ts';

export class DoorLog {
  @Id('The post') post!: string;
  @Optional(Id('One door of it')) door?: string;
  @Optional(Moment('Nothing that happened before')) from?: Instant;
  @Optional(Moment('Nothing that happened after; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

/** An entry as it was told, and beside it what it reads since it was corrected. */
export class DoorLogEntry extends Entry {
  @OrNull(Moment('The instant that a correction gives it')) correctedAt!: string | null;
  @OrNull(Id('The door that a correction gives it')) correctedDoor!: string | null;
  @OrNull(Words('The badge that a correction gives it')) correctedBadge!: string | null;
}

const inTheLog = [
  guestAdmitted,
  guestRefused,
  doorEntered,
  entryRefused,
  doorLeft,
  guestLeft,
  exitNotObserved,
  visitCorrected,
  doorRegistered,
  doorLocked,
  doorUnlocked,
].map(({ type }) => type);

/** Corrections speak of the last admission and the last exit: see `visitCorrected`. */
const isLastOfItsKind = (knownAt: number) => sql<boolean>`not exists (
  select 1 from journal l where l.stream = journal.stream and l.type = journal.type and (l.at, l.revision) > (journal.at, journal.revision) and l.known_from <= ${knownAt}
)`;

function corrected<T>(field: string, of: readonly string[], knownAt: number): RawBuilder<T | null> {
  const path = `$.${field}`;
  return sql<T | null>`iif(journal.type in (${sql.join(of)}) and ${isLastOfItsKind(knownAt)}, (
    select json_extract(c.detail, ${path}) from journal c
    where c.stream = journal.stream and c.type = ${visitCorrected.type} and c.known_from <= ${knownAt} and json_extract(c.detail, ${path}) is not null
    order by c.at desc, c.revision desc limit 1
  ), null)`;
}

/** Leaving, being refused and being gone are told of the gate: the door is the one the guest had been admitted through. */
const throughDoor = sql<string | null>`coalesce(journal.door, (
  select a.door from journal a where a.stream = journal.stream and a.type = ${guestAdmitted.type} and a.at <= journal.at order by a.at desc, a.revision desc limit 1
))`;

export const doorLog = query(DoorLog)({
  name: 'access.door-log',
  summary: 'Who passed, or was kept from passing, which door, and when it was locked; the latest first.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [journal, visits, places],
  answers: [DoorLogEntry],
  find: ({ post, door, from = 0, at, knownAt = latest }, db, { now }) =>
    db
      .selectFrom('journal')
      .leftJoin('visit', 'visit.visit', 'journal.visit')
      .leftJoin('door', (join) => join.on('door.door', '=', throughDoor))
      .select([
        'journal.stream',
        'journal.revision',
        'journal.type',
        'journal.at',
        'journal.recorded',
        'journal.visit',
        'journal.guest',
        'journal.badge',
        'journal.detail',
      ])
      .select(['journal.occurred_at', 'journal.user', 'journal.role', 'journal.sent_by', 'journal.voice', 'journal.method', 'journal.contradicts'])
      .select(['visit.name', 'door.code', throughDoor.as('door')])
      .select([
        corrected<number>('entered', [guestAdmitted.type], knownAt).as('entered'),
        corrected<number>('left', [guestLeft.type], knownAt).as('left'),
        corrected<string>('door', [guestAdmitted.type], knownAt).as('corrected_door'),
        corrected<string>('badge', [guestAdmitted.type], knownAt).as('corrected_badge'),
      ])
      .where('journal.post', '=', post)
      .where('journal.type', 'in', inTheLog)
      .where('journal.at', '>=', from)
      .where('journal.at', '<=', at ?? now)
      .where('journal.known_from', '<=', knownAt)
      .$if(door !== undefined, (found) => found.where(throughDoor, '=', door ?? '')),
  page: { by: [['at', 'desc'], 'stream', 'revision'] },
  present: (rows) =>
    rows.map((row): DoorLogEntry =>
      Object.assign(entryOf(row), {
        correctedAt: momentOrNull(row.entered ?? row.left),
        correctedDoor: row.corrected_door,
        correctedBadge: row.corrected_badge,
      }),
    ),
  reveals: ['name', 'note'],
});
