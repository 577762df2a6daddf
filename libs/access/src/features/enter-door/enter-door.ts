import { command } from '#kernel';
import type { CoSignature, Instant } from '#kernel';
import { CoSigned, Flag, Id, Optional } from '#http';
import { door, doorAt } from '../../domain/door.ts';
import type { Door } from '../../domain/door.ts';
import { visit } from '../../domain/visit.ts';
import { doorEntered, entryRefused } from '../../domain/visit.events.ts';
import type { Barrier } from '../../domain/visit.events.ts';
import { visitAt } from '../../domain/visit-standing.ts';
import { countInside } from '../../views/looks.ts';
import { doorOfAnotherPost } from '../of-door.ts';
import { atAnotherPost, confirmation, ofAnotherGuest, OfVisit } from '../of-visit.ts';

export class EnterDoor extends OfVisit {
  @Id('The inner door the guest wants to pass') door!: string;
  @Optional(CoSigned('Second person at a two-person door')) secondPerson?: CoSignature;
  @Optional(Flag('The guest has gone through already; left out, the door decides')) passed?: boolean;
}

/**
 * A guest who stands before an inner door either passes or does not: both happened, and the attempt is evidence. So a
 * barrier objects only when the guest is said to have passed it; otherwise it is recorded that they were kept out.
 */
export const enterDoor = command(EnterDoor)({
  name: 'access.enter-door',
  summary: 'A guest who is inside passes an inner door, or is kept out, which is recorded too.',
  records: 'fact',
  roles: ['guard', 'squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { visit: (c) => visit.at(c.visit) },
  reads: { door: (c) => door.at(c.door) },
  looks: { inside: (c, { effectiveAt }) => countInside({ door: c.door, at: effectiveAt }) },

  objections: {
    'access.visit-of-another-guest': (c, { visit }) => ofAnotherGuest(c, visit),
    'access.visit-at-another-post': (c, { visit }) => atAnotherPost(c, visit),
    'access.door-not-registered': (_, { door }) => door.registered === undefined,
    'access.door-of-another-post': (c, { door }) => doorOfAnotherPost(c, door),
    'access.guest-not-inside': (_, { visit }, { effectiveAt }) => {
      const { status } = visitAt(visit, effectiveAt);
      return status !== 'inside' && { status };
    },
    'access.door-not-open': (c, known, { effectiveAt }) => passedDespite('door-locked', c, known, effectiveAt),
    'access.door-full': (c, known, { effectiveAt }) =>
      passedDespite('door-full', c, known, effectiveAt) && { inside: known.inside, capacity: known.door.registered?.capacity ?? 0 },
    'access.second-person-needed': (c, known, { effectiveAt }) => passedDespite('second-person-needed', c, known, effectiveAt),
  },

  record: (c, known, { effectiveAt }) => {
    const { post, guest, door, passed, secondPerson } = c;
    const barriers = barriersAt(c, known, effectiveAt);
    const attempt = { post, guest, door, ...confirmation(secondPerson) };
    return [barriers.length > 0 && !passed ? entryRefused({ ...attempt, barriers }) : doorEntered(attempt)];
  },
});

const passedDespite = (barrier: Barrier, c: EnterDoor, known: { door: Door; inside: number }, at: Instant): boolean =>
  c.passed === true && barriersAt(c, known, at).includes(barrier);

function barriersAt({ secondPerson }: EnterDoor, { door, inside }: { door: Door; inside: number }, at: Instant): readonly Barrier[] {
  const standing = doorAt(door, at);
  if (standing.status === 'unregistered') return [];
  return [
    ...(standing.status === 'locked' ? (['door-locked'] as const) : []),
    ...(inside >= standing.capacity ? (['door-full'] as const) : []),
    ...(standing.level === 'two-person' && !secondPerson ? (['second-person-needed'] as const) : []),
  ];
}
