import { Id, Moment, OneOf, OrNull, Words } from '#http';
import { query, moment } from '#read-models';
import { identityTypes } from '../../domain/visit.events.ts';
import type { IdentityType } from '../../domain/visit.events.ts';
import { visits } from '../../views/visits.projection.ts';

export class KnownGuests {
  @Id('The post') post!: string;
}

export class KnownGuest {
  @Id('The guest') guest!: string;
  @OrNull(Words('Name of the guest; null when it was erased', { max: 120 })) name!: string | null;
  @OrNull(OneOf('Which document was shown', identityTypes)) identityType!: IdentityType | null;
  @OrNull(Words('Whom the guest came from', { max: 120 })) organisation!: string | null;
  @OrNull(Words('What for', { max: 500 })) purpose!: string | null;
  @OrNull(Words('Whom the guest came to see', { max: 120 })) host!: string | null;
  @Moment('When the guest last reported here') lastReported!: string;
}

export const knownGuests = query(KnownGuests)({
  name: 'access.known-guests',
  summary: 'Who has reported at the post before, as they last did; the latest first. With it a guard finds a known guest in three letters.',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  from: visits,
  answers: [KnownGuest],
  find: ({ post }, db) =>
    db
      .selectFrom('visit')
      .select(['visit', 'guest', 'name', 'identity_type', 'organisation', 'purpose', 'host', 'begun'])
      .where('post', '=', post)
      .where('reported', 'is not', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('visit as later')
              .select('later.visit')
              .whereRef('later.guest', '=', 'visit.guest')
              .whereRef('later.post', '=', 'visit.post')
              .where('later.reported', 'is not', null)
              .where((later) => later(later.refTuple('later.begun', 'later.visit'), '>', later.tuple(later.ref('visit.begun'), later.ref('visit.visit')))),
          ),
        ),
      ),
  page: { by: [['begun', 'desc'], 'visit'] },
  present: (rows) =>
    rows.map((row): KnownGuest => ({
      guest: row.guest,
      name: row.name,
      identityType: row.identity_type,
      organisation: row.organisation,
      purpose: row.purpose,
      host: row.host,
      lastReported: moment(row.begun),
    })),
  reveals: ['name', 'organisation', 'purpose', 'host'],
});
