import { command } from '#kernel';
import { Id, OneOf } from '#http';
import { mergeBases, person, subjectsMerged } from '../../domain/person.ts';
import type { MergeBasis } from '../../domain/person.ts';
import { knownPersons } from '../../views/looks.ts';

export class MergeSubjects {
  @Id('The person who was reported a second time') person!: string;
  @Id('The person who they are') into!: string;
  @Id('The post where it was found out') post!: string;
  @OneOf('How that is known', mergeBases) basis!: MergeBasis;
}

export const mergeSubjects = command(MergeSubjects)({
  name: 'access.merge-subjects',
  summary: 'One person was reported as two.',
  records: 'order',
  roles: ['squad-leader'],
  scope: ({ post }) => ({ post }),
  writes: { person: (c) => person.at(c.person) },
  reads: { into: (c) => person.at(c.into) },
  looks: { known: (c) => knownPersons({ persons: [c.person, c.into], post: c.post }) },

  objections: {
    'access.same-subject': ({ person, into }) => person === into,
    'access.already-merged': (_, { person }) => person.status === 'merged' && { into: person.into },
    'access.merged-elsewhere': ({ person, into: kept }, { into }) => person !== kept && into.status === 'merged' && { into: into.into },
    'access.person-not-known': ({ person, into }, { known }) => {
      const unknown = [...new Set([person, into])].filter((each) => !known.includes(each));
      return unknown.length > 0 && { persons: unknown };
    },
  },

  record: ({ post, into, basis }) => [subjectsMerged({ post, into, basis })],
});
