import { Count, Flag, Id, Many, Moment, OneOf, OrNull, Words } from '#http';
import { query, forever, lateness, momentOrNull } from '#read-models';
import { identityTypes } from '../../domain/visit.events.ts';
import { Entry, entryOf } from '../../views/entry.ts';
import { journal } from '../../views/journal.projection.ts';
import { lastStay, statusOf, visitStatuses } from '../../views/last-stay.ts';
import type { VisitStatus } from '../../views/last-stay.ts';
import { places } from '../../views/places.projection.ts';
import { presence } from '../../views/presence.projection.ts';
import { readers } from '../../views/readers.ts';
import { visits } from '../../views/visits.projection.ts';
import { Change, changesIn } from './changes.ts';

export class VisitOf {
  @Id('The post') post!: string;
  @Id('The visit') visit!: string;
}

export class VisitWhole {
  @Id('The visit') visit!: string;
  @Id('The post') post!: string;
  @Id('The guest') guest!: string;
  @OneOf('How it stands', visitStatuses) status!: VisitStatus;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
  @OrNull(OneOf('Which document was shown', identityTypes)) identityType!: string | null;
  @OrNull(Words('Its number', { max: 40 })) identityNumber!: string | null;
  @OrNull(Words('Whom the guest comes from', { max: 120 })) organisation!: string | null;
  @OrNull(Words('What for', { max: 500 })) purpose!: string | null;
  @OrNull(Words('Whom the guest comes to see', { max: 120 })) host!: string | null;
  @OrNull(Words('Plate of the vehicle', { max: 20 })) vehicle!: string | null;
  @OrNull(Words('What is carried in', { max: 500 })) items!: string | null;
  @OrNull(Moment('When it was reported')) reported!: string | null;
  @Count('How much later the log learnt of the report, in ms') lateMs!: number;
  @OrNull(Moment('Until when it may last')) allowedUntil!: string | null;
  @Flag('Whether it was noticed to go on past that') overdueNoticed!: boolean;
  @Flag('Whether the card that the guest showed was photographed') photographed!: boolean;
  @OrNull(Id('The door of the last admission')) door!: string | null;
  @OrNull(Words('Number on the badge')) badge!: string | null;
  @OrNull(Moment('When the guest last entered')) entered!: string | null;
  @OrNull(Moment('When the guest left')) left!: string | null;
  @OrNull(Moment('When the guest was found gone although nobody saw them go')) exitNotObserved!: string | null;
  @Many(Change) changes!: Change[];
  @Many(Entry) entries!: Entry[];
}

export const visit = query(VisitOf)({
  name: 'access.visit',
  summary: 'One visit with everything that was ever told of it, in the order in which the log learnt of it.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [visits, presence, journal, places],
  answers: VisitWhole,
  find: ({ post, visit }, db) => ({
    found: db
      .selectFrom('visit')
      .leftJoin('stay', (join) => join.onRef('stay.visit', '=', 'visit.visit').on('stay.known_to', '=', forever).on('stay.revision', '=', lastStay))
      .selectAll('visit')
      .select(['stay.door', 'stay.badge', 'stay.entered', 'stay.left', 'stay.unobserved'])
      .where('visit.visit', '=', visit)
      .where('visit.post', '=', post),
    entries: db
      .selectFrom('journal')
      .leftJoin('visit', 'visit.visit', 'journal.visit')
      .leftJoin('door', 'door.door', 'journal.door')
      .select([
        'journal.revision',
        'journal.type',
        'journal.at',
        'journal.recorded',
        'journal.visit',
        'journal.guest',
        'journal.door',
        'journal.badge',
        'journal.detail',
      ])
      .select(['journal.occurred_at', 'journal.user', 'journal.role', 'journal.sent_by', 'journal.voice', 'journal.method', 'journal.contradicts'])
      .select(['visit.name', 'door.code'])
      .where('journal.stream', '=', `visit-${visit}`)
      .orderBy('journal.revision'),
    corrections: db.selectFrom('correction').selectAll().where('visit', '=', visit).orderBy('revision'),
  }),
  present: ({ found: [row], entries, corrections }) =>
    row && {
      visit: row.visit,
      post: row.post,
      guest: row.guest,
      status: statusOf(row),
      name: row.name,
      identityType: row.identity_type,
      identityNumber: row.identity_number,
      organisation: row.organisation,
      purpose: row.purpose,
      host: row.host,
      vehicle: row.vehicle,
      items: row.items,
      reported: momentOrNull(row.reported),
      lateMs: row.reported === null ? 0 : lateness(row.reported, row.reported_recorded ?? row.reported),
      allowedUntil: momentOrNull(row.allowed_until),
      overdueNoticed: row.overdue_noticed !== null,
      photographed: row.photographed !== null,
      door: row.door,
      badge: row.badge,
      entered: momentOrNull(row.entered),
      left: momentOrNull(row.left),
      exitNotObserved: row.left === null ? momentOrNull(row.unobserved) : null,
      changes: changesIn(entries, corrections),
      entries: entries.map((entry) => entryOf(entry)),
    },
  reveals: [
    'name',
    'identityNumber',
    'organisation',
    'purpose',
    'host',
    'vehicle',
    'items',
    'entries.name',
    'entries.note',
    'changes.reason',
    'changes.personalBefore',
    'changes.personalAfter',
  ],
});
