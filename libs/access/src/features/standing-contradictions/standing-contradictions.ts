import { Count, Flag, Id, Many, Moment, OneOf, Optional, OrNull, Words } from '#http';
import type { Instant } from '#kernel';
import { codes, explanationsIn, explanationsOf, latest, moment, query, whetherExplained } from '#read-models';
import { sql } from 'kysely';
import { contradictionKinds, type ContradictionKind } from '../../domain/contradiction.ts';
import { readers } from '../../views/readers.ts';
import { standingContradictions as noticed } from '../../views/standing-contradictions.projection.ts';
import { visits } from '../../views/visits.projection.ts';

export class ContradictionsAtPost {
  @Id('The post') post!: string;
  @Optional(Flag('Only those that somebody has explained; false: only those that nobody has')) explained?: boolean;
  @Optional(Moment('What stood at which instant; absent: now')) at?: Instant;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export class ExplanationAtPost {
  @Id('The event') event!: string;
  @OrNull(Words('How it came about', { max: 2_000 })) explanation!: string | null;
  @Moment('When that was said') at!: string;
  @Count('How much later the log learnt of it, in ms') lateMs!: number;
  @Id('Account of who says so') by!: string;
  @Words('In which role') role!: string;
  @Words('Asked or testified') voice!: string;
}

export class VisitInDoubt {
  @Id('The visit') visit!: string;
  @OrNull(Words('Name of the guest', { max: 120 })) name!: string | null;
}

export class ContradictionAtPost {
  @OneOf('What does not fit', contradictionKinds) what!: ContradictionKind;
  @Many(Words('Id of what does not fit together: visits and doors; or the code of an objection', { max: 80 })) about!: string[];
  @Id('The post where it shows') post!: string;
  @Moment('The instant at which it does not fit') at!: string;
  @Moment('When it was noticed, for the last time') noticed!: string;
  @Many(VisitInDoubt, { description: 'The visits that it is about' }) visits!: VisitInDoubt[];
  @Many(ExplanationAtPost, { description: 'How people say that it came about, since it was noticed; the latest first' }) explanations!: ExplanationAtPost[];
}

interface Standing {
  readonly what: string;
  readonly about: string;
  readonly post: string;
  readonly at: number;
  readonly noticed: number;
  readonly visits: string;
  readonly explanations: string;
}

export const standingContradictions = query(ContradictionsAtPost)({
  name: 'access.standing-contradictions',
  summary: 'What does not fit at a post and was noticed, and how people explain it, the latest first; what later facts have settled is not among it.',
  roles: readers,
  scope: ({ post }) => ({ post }),
  from: [noticed, visits],
  answers: [ContradictionAtPost],
  find: ({ post, explained, at: asked, knownAt = latest }, _, { now }) => {
    const at = asked ?? now;
    const named = sql`(select json_group_array(json_object('visit', v.visit, 'name', v.name)) from json_each(s.about) a join visit v on v.visit = a.value)`;
    return sql<Standing>`
      select * from (
        select s.what, s.about, s.post, s.at, s.noticed, ${named} as visits, ${explanationsOf('doubt_explained', { at, knownAt })} as explanations
          from doubt_stood s where s.post = ${post} and s.noticed <= ${at} and s.known_from <= ${knownAt}
            and not (s.settled is not null and s.settled <= ${at} and s.settled_known <= ${knownAt})
      ) where ${whetherExplained(explained)}`;
  },
  page: { by: [['at', 'desc'], 'what', 'about'] },
  present: (rows) =>
    rows.map(({ what: said, about, post, at, noticed: noticedAt, visits: found, explanations }): ContradictionAtPost => {
      const what = contradictionKinds.find((kind) => kind === said);
      if (!what) throw new TypeError(`"${said}" is no kind of contradiction.`);
      return {
        what,
        about: [...codes(about)],
        post,
        at: moment(at),
        noticed: moment(noticedAt),
        visits: JSON.parse(found) as VisitInDoubt[],
        explanations: explanationsIn(explanations),
      };
    }),
  reveals: ['visits.name', 'explanations.explanation'],
});
