import { command, said } from '#kernel';
import type { Sealed } from '#kernel';
import { IdentityNumber, Note, OneOf, Optional, PersonName } from '#http';
import { visit } from '../../domain/visit.ts';
import { guestReported, identityTypes } from '../../domain/visit.events.ts';
import type { IdentityType } from '../../domain/visit.events.ts';
import { guardsOnDuty } from '../../views/looks.ts';
import { MinutesAllowed } from '../minutes-allowed.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class ReportGuest extends OfVisit {
  @PersonName('The guest', { of: 'guest' }) name!: Sealed;
  @OneOf('Which document was shown', identityTypes) identityType!: IdentityType;
  @Optional(IdentityNumber('Its number', { of: 'guest' })) identityNumber?: Sealed;
  @Optional(Note('Whom the guest comes from', { of: 'guest', max: 120 })) organisation?: Sealed;
  @Note('What for', { of: 'guest', max: 500 }) purpose!: Sealed;
  @Optional(Note('Whom the guest comes to see', { of: 'guest', max: 120 })) host?: Sealed;
  @Optional(Note('Plate of the vehicle', { of: 'guest', max: 20 })) vehicle?: Sealed;
  @Optional(Note('What is carried in', { of: 'guest', max: 500 })) items?: Sealed;
  @MinutesAllowed() minutesAllowed!: number;
}

export const reportGuest = command(ReportGuest)({
  name: 'access.report-guest',
  summary: 'A guest reports to the guard of a post.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  looks: { guards: (c, { effectiveAt }) => guardsOnDuty({ post: c.post, at: effectiveAt }) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.visit-already-reported': (_, { visit }) => visit.reported !== undefined,
    'access.no-guard-on-duty': (_, { guards }) => guards.length === 0,
  },

  record: ({ post, guest, name, identityType, identityNumber, organisation, purpose, host, vehicle, items, minutesAllowed }, _, { effectiveAt }) => [
    guestReported(
      said({
        post,
        guest,
        name,
        identityType,
        identityNumber,
        organisation,
        purpose,
        host,
        vehicle,
        items,
        allowedUntil: effectiveAt + minutesAllowed * 60_000,
      }),
    ),
  ],
});
