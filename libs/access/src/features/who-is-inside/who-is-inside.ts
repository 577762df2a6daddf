import { Count, Flag, Id, Many, Moment, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query, codes, lateness, moment, momentOrNull } from '#read-models';
import { staysAt } from '../../views/inside.ts';
import { openMuster } from '../../views/open-muster.ts';
import { places } from '../../views/places.projection.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';
import { visits } from '../../views/visits.projection.ts';

export class WhoIsInside {
  @Id('The post') post!: string;
  @Optional(Id('One door of it')) door?: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class PersonInside {
  @Id('The visit') visit!: string;
  @Id('The guest') guest!: string;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @Id('The door they are behind') door!: string;
  @OrNull(Words('Code of the door')) doorCode!: string | null;
  @OrNull(Words('Zone behind the door')) zone!: string | null;
  @Flag('Behind an inner door, and therefore also inside the gate') inner!: boolean;
  @OrNull(Words('Number on the badge')) badge!: string | null;
  @Moment('When they entered') entered!: string;
  @Moment('When the log learnt that they entered') enteredRecorded!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @Count('How long they had been inside at that instant, in ms') insideMs!: number;
  @OrNull(Moment('Until when the visit may last')) allowedUntil!: string | null;
  @OrNull(Moment('When they were found gone although nobody saw them go; their exit is not known')) exitNotObserved!: string | null;
  @Many(Words('Code of an objection that stood against the entry')) contradicts!: string[];
}

export const whoIsInside = query(WhoIsInside)({
  name: 'access.who-is-inside',
  summary: 'Who was inside which door at an instant, as it was known at another.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [presence, visits, places],
  answers: [PersonInside],
  find: ({ post, door, at, knownAt }, db, { now }) =>
    db
      .selectFrom(staysAt({ post, at: at ?? now, knownAt }))
      .leftJoin('visit', 'visit.visit', 'inside.visit')
      .leftJoin('door', 'door.door', 'inside.door')
      .select([
        'inside.visit',
        'inside.guest',
        'inside.door',
        'inside.is_inner',
        'inside.badge',
        'inside.entered',
        'inside.entered_recorded',
        'inside.contradicts',
        'inside.unobserved',
      ])
      .select(['visit.name', 'visit.allowed_until', 'door.code', 'door.zone'])
      .$if(door !== undefined, (found) => found.where('inside.door', '=', door ?? ''))
      .orderBy('inside.entered')
      .orderBy('inside.visit')
      .orderBy('inside.revision'),
  present: (rows, { at }, { now }) =>
    rows.map((row): PersonInside => ({
      visit: row.visit,
      guest: row.guest,
      name: row.name,
      door: row.door,
      doorCode: row.code,
      zone: row.zone,
      inner: row.is_inner === 1,
      badge: row.badge,
      entered: moment(row.entered),
      enteredRecorded: moment(row.entered_recorded),
      lateMs: lateness(row.entered, row.entered_recorded),
      insideMs: (at ?? now) - row.entered,
      allowedUntil: momentOrNull(row.allowed_until),
      exitNotObserved: momentOrNull(row.unobserved),
      contradicts: codes(row.contradicts),
    })),
  reveals: ['name'],
  urgent: ({ post, at, knownAt }) => (at === undefined && knownAt === undefined ? openMuster(post) : undefined),
});
