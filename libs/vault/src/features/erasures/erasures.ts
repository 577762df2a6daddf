import { Count, Id, Moment, OneOf, Optional, OrNull } from '#http';
import { formatWib } from '#kernel';
import { query } from '#read-models';
import { erasureGrounds, refusalReasons, type ErasureGround, type RefusalReason } from '../../domain/subject.ts';
import { subjects } from '../../views/subjects.projection.ts';

const stages = ['requested', 'ordered', 'refused', 'erased'] as const;
type Stage = (typeof stages)[number];

export class Erasures {
  @Optional(OneOf('Only those that stand so', stages)) status?: Stage;
}

export class ErasureFound {
  @Id('The person') subject!: string;
  @OneOf('How it stands', stages) status!: Stage;
  @OneOf('On what ground', erasureGrounds) ground!: ErasureGround;
  @OrNull(Id('The post where they asked')) post!: string | null;
  @Moment('When it was requested') requested!: string;
  @Id('Who requested it') requestedBy!: string;
  @OrNull(Moment('When it was ordered, refused or done')) decided!: string | null;
  @OrNull(OneOf('Why it was refused', refusalReasons)) refusal!: RefusalReason | null;
  @Count('Legal holds that stand') holds!: number;
}

export const erasures = query(Erasures)({
  name: 'vault.erasures',
  summary: 'Which persons are to be erased or were, and what stands against it. Persons by id: nobody is named.',
  roles: ['admin', 'supervisor', 'investigator'],
  scope: () => 'anyone',
  from: subjects,
  answers: [ErasureFound],
  find: ({ status }, db) =>
    db
      .selectFrom('erasure')
      .select(['subject', 'status', 'ground', 'post', 'requested', 'requested_by', 'decided', 'refusal'])
      .select((eb) =>
        eb
          .selectFrom('hold')
          .select((hold) => hold.fn.countAll<number>().as('holds'))
          .whereRef('hold.subject', '=', 'erasure.subject')
          .where('hold.released', 'is', null)
          .$asScalar()
          .$notNull()
          .as('holds'),
      )
      .$if(status !== undefined, (found) => found.where('status', '=', status ?? 'requested')),
  page: { by: [['requested', 'desc'], 'subject'] },
  present: (rows) =>
    rows.map(({ requested, requested_by, decided, ...row }): ErasureFound => ({
      ...row,
      requested: formatWib(requested),
      requestedBy: requested_by,
      decided: decided === null ? null : formatWib(decided),
    })),
});
