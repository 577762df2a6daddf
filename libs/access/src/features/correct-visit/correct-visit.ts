import { command, said } from '#kernel';
import type { Instant, Sealed } from '#kernel';
import { Id, IdentityNumber, Moment, Note, OneOf, Optional, PersonName, Words } from '#http';
import { door } from '../../domain/door.ts';
import { visit } from '../../domain/visit.ts';
import { identityTypes, visitCorrected } from '../../domain/visit.events.ts';
import type { IdentityType } from '../../domain/visit.events.ts';
import { passageWith } from '../../domain/visit-standing.ts';
import { atAnotherPost, ofAnotherGuest, OfVisit } from '../of-visit.ts';

/** Each field that is there holds the new value of what has this name. */
export class CorrectVisit extends OfVisit {
  @Note('Why, and how it is known', { of: 'guest' }) reason!: Sealed;
  @Optional(Moment('When the guest was really admitted')) entered?: Instant;
  @Optional(Moment('When the guest really left')) left?: Instant;
  @Optional(Moment('Until when the visit may last')) allowedUntil?: Instant;
  @Optional(Id('The door the guest was really admitted through')) door?: string;
  @Optional(Words('The badge really handed out', { max: 12 })) badge?: string;
  @Optional(PersonName('The guest', { of: 'guest' })) name?: Sealed;
  @Optional(OneOf('Which document was shown', identityTypes)) identityType?: IdentityType;
  @Optional(IdentityNumber('Its number', { of: 'guest' })) identityNumber?: Sealed;
  @Optional(Note('Whom the guest comes from', { of: 'guest', max: 120 })) organisation?: Sealed;
  @Optional(Note('What for', { of: 'guest', max: 500 })) purpose?: Sealed;
  @Optional(Note('Whom the guest comes to see', { of: 'guest', max: 120 })) host?: Sealed;
  @Optional(Note('Plate of the vehicle', { of: 'guest', max: 20 })) vehicle?: Sealed;
  @Optional(Note('What is carried in', { of: 'guest', max: 500 })) items?: Sealed;
}

export const correctVisit = command(CorrectVisit)({
  name: 'access.correct-visit',
  summary: 'Something recorded of a visit was wrong: what it should say, and why. What was recorded stays readable.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  reads: { doors: (c) => (c.door === undefined ? [] : [door.at(c.door)]) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.visit-not-known': (_, { visit }) => visit.post === undefined,
    'access.nothing-to-correct': (c) => Object.keys(newValues(c)).length === 0,
    'access.door-not-registered': (_, { doors }) => doors.some(({ registered }) => registered === undefined),
    'access.door-of-another-post': ({ post }, { doors }) => doors.some(({ registered }) => registered !== undefined && registered.post !== post),
    'access.exit-before-entry': (c, { visit }) => {
      if (c.entered === undefined && c.left === undefined) return false;
      const { entered, left } = passageWith(visit, c);
      return entered !== undefined && left !== undefined && left < entered;
    },
  },

  record: (c) => [visitCorrected({ post: c.post, guest: c.guest, reason: c.reason, ...newValues(c) })],
});

const newValues = ({ visit: _visit, post: _post, guest: _guest, reason: _reason, ...values }: CorrectVisit) => said(values);
