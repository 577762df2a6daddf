import type { DataOf } from '#kernel';
import { projection, type StepEvent } from '#read-models';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { guarded } from './guarded.ts';
import {
  cardPhotographed,
  exitNotObserved,
  guestAdmitted,
  guestLeft,
  guestRefused,
  guestReported,
  visitCorrected,
  visitOverdueNoticed,
} from '../domain/visit.events.ts';
import type { IdentityType, RefusalReason } from '../domain/visit.events.ts';

/** What a visit is about. Personal fields are commitments. */
export interface Particulars {
  name: string | null;
  identity_type: IdentityType | null;
  identity_number: string | null;
  organisation: string | null;
  purpose: string | null;
  host: string | null;
  vehicle: string | null;
  items: string | null;
  allowed_until: number | null;
}

/** A visit as it now reads. Where the guest was is in `stay`, of the projection `presence`. */
export interface VisitTable extends Particulars {
  visit: string;
  post: string;
  guest: string;
  /** When it was reported; until that arrives, when the first that was told of it happened. */
  begun: number;
  /** NULL while only later facts of the visit have arrived. */
  reported: number | null;
  reported_recorded: number | null;
  refused: number | null;
  refusal_reason: RefusalReason | null;
  /** The allowed time past which the visit was last noticed to go on. */
  overdue_noticed: number | null;
  /** Commitment to the photo of the card that was taken first, and when. */
  card_photo: string | null;
  photographed: number | null;
}

/** One correction, and what stood in its fields until it was told. */
export interface CorrectionTable extends Particulars {
  visit: string;
  revision: number;
  made: number;
  reason: string;
  /** JSON of the particulars as they read before, by column. */
  before: string | null;
}

type ParticularsTold = Omit<DataOf<typeof visitCorrected>, 'post' | 'guest' | 'reason' | 'entered' | 'left' | 'door' | 'badge'>;

interface Visits {
  visit: VisitTable;
  correction: CorrectionTable;
}

const columns = [
  'name',
  'identity_type',
  'identity_number',
  'organisation',
  'purpose',
  'host',
  'vehicle',
  'items',
  'allowed_until',
] as const satisfies readonly (keyof Particulars)[];

export const visits = projection<Visits>({
  name: 'visits',
  context: 'access',
  create: (schema) => {
    const visit = schema
      .createTable('visit')
      .addColumn('visit', 'text', (c) => c.primaryKey())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('guest', 'text', (c) => c.notNull())
      .addColumn('begun', 'integer', (c) => c.notNull())
      .addColumn('reported', 'integer')
      .addColumn('reported_recorded', 'integer')
      .addColumn('refused', 'integer')
      .addColumn('refusal_reason', 'text')
      .addColumn('overdue_noticed', 'integer')
      .addColumn('card_photo', 'text')
      .addColumn('photographed', 'integer');
    const correction = schema
      .createTable('correction')
      .addColumn('visit', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('made', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addPrimaryKeyConstraint('correction_key', ['visit', 'revision']);
    return [
      columns.reduce((table, column) => table.addColumn(column, typeOf(column)), visit),
      schema.createIndex('visit_in_time').on('visit').columns(['post', 'begun']),
      schema.createIndex('visit_by_guest').on('visit').columns(['guest', 'post']),
      columns.reduce((table, column) => table.addColumn(column, typeOf(column)), correction),
      ...correctedAgain(),
    ];
  },
})
  .on(guestReported, (db, event) => {
    const reported = { begun: event.effectiveAt, reported: event.effectiveAt, reported_recorded: event.recordedAt, ...particulars(event.data) };
    return [
      db
        .insertInto('visit')
        .values({ visit: event.subject, post: event.data.post, guest: event.data.guest, ...reported })
        .onConflict((conflict) => conflict.doNothing()),
      // Of two reports the one made first holds.
      db
        .updateTable('visit')
        .set(reported)
        .where('visit', '=', event.subject)
        .where((eb) => eb.or([eb('reported', 'is', null), eb('reported', '>', event.effectiveAt)])),
      correctAgain(event),
    ];
  })
  .on(guestAdmitted, known)
  .on(guestLeft, known)
  .on(exitNotObserved, known)
  .on(guestRefused, (db, event) => [
    known(db, event),
    db
      .updateTable('visit')
      .set({ refused: event.effectiveAt, refusal_reason: event.data.reason })
      .where('visit', '=', event.subject)
      .where((eb) => eb.or([eb('refused', 'is', null), eb('refused', '<=', event.effectiveAt)])),
  ])
  .on(visitCorrected, (db, event) => [
    known(db, event),
    db.insertInto('correction').values({
      visit: event.subject,
      revision: event.revision,
      made: event.effectiveAt,
      reason: event.data.reason,
      before: sql<string>`(select json_object(${sql.join(columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`))}) from visit where visit = ${event.subject})`,
      ...particulars(event.data),
    }),
    correctAgain(event),
  ])
  .on(cardPhotographed, (db, event) => [
    known(db, event),
    db
      .updateTable('visit')
      .set({ card_photo: event.data.cardPhoto, photographed: event.effectiveAt })
      .where('visit', '=', event.subject)
      .where((eb) => eb.or([eb('photographed', 'is', null), eb('photographed', '>', event.effectiveAt)])),
  ])
  .on(visitOverdueNoticed, (db, event) => [
    known(db, event),
    db.updateTable('visit').set({ overdue_noticed: event.data.allowedUntil }).where('visit', '=', event.subject),
  ]);

function typeOf(column: keyof Particulars): 'text' | 'integer' {
  return column === 'allowed_until' ? 'integer' : 'text';
}

function particulars({ name, identityType, identityNumber, organisation, purpose, host, vehicle, items, allowedUntil }: StepEvent<ParticularsTold>['data']) {
  return { name, identity_type: identityType, identity_number: identityNumber, organisation, purpose, host, vehicle, items, allowed_until: allowedUntil };
}

/** A row for a visit whose report has not arrived yet. */
function known(db: Kysely<Visits>, { subject, data, effectiveAt }: StepEvent<{ post: string; guest: string }>) {
  return db
    .insertInto('visit')
    .values({ visit: subject, post: data.post, guest: data.guest, begun: effectiveAt })
    .onConflict((conflict) => conflict.doNothing());
}

/** Has the visit read again with its corrections, if there are any. */
function correctAgain({ subject }: StepEvent<unknown>): RawBuilder<unknown> {
  return sql`insert into corrected_again (visit) values (${subject})`;
}

/** Of all corrections of a field the one made last holds, whichever arrived last. */
function correctedAgain(): readonly RawBuilder<unknown>[] {
  const corrected = columns.map(
    (column) =>
      sql`${sql.ref(column)} = coalesce((select c.${sql.ref(column)} from correction c where c.visit = new.visit and c.${sql.ref(column)} is not null order by c.made desc, c.revision desc limit 1), ${sql.ref(column)})`,
  );
  return guarded({
    name: 'corrected_again',
    columns: ['visit'],
    when: sql`exists (select 1 from correction where visit = new.visit)`,
    statements: [sql`update visit set ${sql.join(corrected)} where visit = new.visit`],
  });
}
