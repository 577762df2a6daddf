import { projection, forever } from '#read-models';
import { watchlistEntryAdded, watchlistEntryRemoved } from '../domain/watchlist.ts';
import type { RemovalReason, WatchReason } from '../domain/watchlist.ts';

export interface WatchTable {
  entry: string;
  post: string;
  person: string;
  /** Commitments. */
  name: string;
  identity_number: string | null;
  note: string | null;
  reason: WatchReason;
  added: number;
  until: number;
  removed: number | null;
  removal_reason: RemovalReason | null;
  removal_note: string | null;
  added_by: string;
}

export const watchlist = projection<{ watch: WatchTable }>({
  name: 'watchlist',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('watch')
      .addColumn('entry', 'text', (c) => c.primaryKey())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('identity_number', 'text')
      .addColumn('note', 'text')
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('added', 'integer', (c) => c.notNull())
      .addColumn('until', 'integer', (c) => c.notNull())
      .addColumn('removed', 'integer')
      .addColumn('removal_reason', 'text')
      .addColumn('removal_note', 'text')
      .addColumn('added_by', 'text', (c) => c.notNull()),
    schema.createIndex('watch_by_person').on('watch').column('person'),
  ],
})
  .on(watchlistEntryAdded, (db, { subject, data, effectiveAt, actor }) =>
    db
      .insertInto('watch')
      .values((eb) => ({
        entry: subject,
        post: data.post,
        person: data.person,
        name: data.name,
        identity_number: data.identityNumber,
        note: data.note,
        reason: data.reason,
        added: effectiveAt,
        until: eb.fn.coalesce(data.until, eb.lit(forever)),
        added_by: actor.user,
      }))
      .onConflict((conflict) => conflict.doNothing()),
  )
  .on(watchlistEntryRemoved, (db, { subject, data, effectiveAt }) =>
    db
      .updateTable('watch')
      .set({ removed: effectiveAt, removal_reason: data.reason, removal_note: data.note })
      .where('entry', '=', subject)
      .where('removed', 'is', null),
  );
