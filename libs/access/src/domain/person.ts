import { event, stream } from '#kernel';

/** This person (the stream) and `into` are one: whatever is recorded of either is from now on read as of `into`. */
export const subjectsMerged = event('access.subjects-merged.v1')<{ post: string; into: string; basis: MergeBasis }>();

export type PersonEvent = ReturnType<typeof subjectsMerged>;

/** How the squad leader knows. The vault finds the same number by keyed hash and says so without showing it. */
export const mergeBases = ['same-identity-number', 'same-face', 'own-statement', 'other-document'] as const;
export type MergeBasis = (typeof mergeBases)[number];

export type Person = { status: 'separate' } | { status: 'merged'; into: string };

/** Someone who was reported at a gate or put on the watchlist; the id is the vault's subject. */
export const person = stream<Person, PersonEvent>({
  kind: 'person',
  initial: { status: 'separate' },
  evolve: {
    'access.subjects-merged.v1': (person, { into }) => (person.status === 'separate' ? { status: 'merged', into } : person),
  },
});
