import { Count, Id, Moment, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query, moment, momentOrNull } from '#read-models';
import { staysAt } from '../../views/inside.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';
import { visits } from '../../views/visits.projection.ts';

export class Overdue {
  @Id('The post') post!: string;
  @Optional(Moment('At which instant; absent: now')) at?: Instant;
}

export class OverdueVisit {
  @Id('The visit') visit!: string;
  @Id('The guest') guest!: string;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @Id('The door they went through') door!: string;
  @OrNull(Words('Number on the badge')) badge!: string | null;
  @Moment('When they entered') entered!: string;
  @Moment('Until when the visit might last') allowedUntil!: string;
  @Count('By how much it is over, in ms') overMs!: number;
  @OrNull(Moment('When they were found gone although nobody saw them go')) exitNotObserved!: string | null;
}

export const overdue = query(Overdue)({
  name: 'access.overdue',
  summary: 'Whose visit goes on past its allowed time.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [presence, visits],
  answers: [OverdueVisit],
  find: ({ post, at }, db, { now }) =>
    db
      .selectFrom(staysAt({ post, at: at ?? now }))
      .innerJoin('visit', 'visit.visit', 'inside.visit')
      .select(['inside.visit', 'inside.guest', 'inside.door', 'inside.badge', 'inside.entered', 'inside.unobserved', 'visit.name'])
      .select((eb) => eb.ref('visit.allowed_until').$notNull().as('allowed_until'))
      .where('inside.is_inner', '=', 0)
      .where('visit.allowed_until', '<', at ?? now)
      .orderBy('visit.allowed_until')
      .orderBy('inside.visit'),
  present: (rows, { at }, { now }) =>
    rows.map((row): OverdueVisit => ({
      visit: row.visit,
      guest: row.guest,
      name: row.name,
      door: row.door,
      badge: row.badge,
      entered: moment(row.entered),
      allowedUntil: moment(row.allowed_until),
      overMs: (at ?? now) - row.allowed_until,
      exitNotObserved: momentOrNull(row.unobserved),
    })),
  reveals: ['name'],
});
