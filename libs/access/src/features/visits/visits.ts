import { Count, Flag, Id, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { query, forever, lateness, moment, momentOrNull } from '#read-models';
import { lastStay, statusOf, visitStatuses } from '../../views/last-stay.ts';
import type { VisitStatus } from '../../views/last-stay.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';
import { visits as visitsView } from '../../views/visits.projection.ts';

export class Visits {
  @Id('The post') post!: string;
  @Optional(Moment('Begun at or after')) from?: Instant;
  @Optional(Moment('Begun before')) until?: Instant;
  @Optional(Id('One guest')) guest?: string;
}

export class VisitFound {
  @Id('The visit') visit!: string;
  @Id('The guest') guest!: string;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @OrNull(Words('Whom the guest comes from', { max: 120 })) organisation!: string | null;
  @OrNull(Words('What for', { max: 500 })) purpose!: string | null;
  @OneOf('How it stands', visitStatuses) status!: VisitStatus;
  @Moment('When it was reported; until that is told, when the first that is known of it happened') begun!: string;
  @Flag('Whether the report itself has been told') reported!: boolean;
  @Count('How much later the log learnt of the report, in ms') lateMs!: number;
  @OrNull(Moment('Until when it may last')) allowedUntil!: string | null;
  @OrNull(Id('The door of the last admission')) door!: string | null;
  @OrNull(Words('Number on the badge')) badge!: string | null;
  @OrNull(Moment('When the guest last entered')) entered!: string | null;
  @OrNull(Moment('When the guest left')) left!: string | null;
  @OrNull(Moment('When the guest was found gone although nobody saw them go')) exitNotObserved!: string | null;
}

export const visits = query(Visits)({
  name: 'access.visits',
  summary: 'The visits to a post, the latest first.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [visitsView, presence],
  answers: [VisitFound],
  find: ({ post, from, until, guest }, db) =>
    db
      .selectFrom('visit')
      .leftJoin('stay', (join) => join.onRef('stay.visit', '=', 'visit.visit').on('stay.known_to', '=', forever).on('stay.revision', '=', lastStay))
      .select([
        'visit.visit',
        'visit.guest',
        'visit.name',
        'visit.organisation',
        'visit.purpose',
        'visit.begun',
        'visit.reported',
        'visit.reported_recorded',
        'visit.allowed_until',
        'visit.refused',
      ])
      .select(['stay.door', 'stay.badge', 'stay.entered', 'stay.left', 'stay.unobserved'])
      .where('visit.post', '=', post)
      .$if(from !== undefined, (found) => found.where('visit.begun', '>=', from ?? 0))
      .$if(until !== undefined, (found) => found.where('visit.begun', '<', until ?? 0))
      .$if(guest !== undefined, (found) => found.where('visit.guest', '=', guest ?? '')),
  page: { by: [['begun', 'desc'], 'visit'] },
  present: (rows) =>
    rows.map((row): VisitFound => ({
      visit: row.visit,
      guest: row.guest,
      name: row.name,
      organisation: row.organisation,
      purpose: row.purpose,
      status: statusOf(row),
      begun: moment(row.begun),
      reported: row.reported !== null,
      lateMs: row.reported === null ? 0 : lateness(row.reported, row.reported_recorded ?? row.reported),
      allowedUntil: momentOrNull(row.allowed_until),
      door: row.door,
      badge: row.badge,
      entered: momentOrNull(row.entered),
      left: momentOrNull(row.left),
      exitNotObserved: row.left === null ? momentOrNull(row.unobserved) : null,
    })),
  reveals: ['name', 'organisation', 'purpose'],
});
