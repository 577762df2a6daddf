import { projection, type StepEvent } from '#read-models';
import type { Expression, Kysely } from 'kysely';
import { contradictionExplained, contradictionNoticed, contradictionSettled } from '../domain/contradiction.ts';
import { doorLocked, doorRegistered, doorUnlocked } from '../domain/door.ts';
import { guestAccountedFor, musterClosed, musterDeclared } from '../domain/muster.ts';
import { pageTranscribed } from '../domain/paper-page.ts';
import { subjectsMerged } from '../domain/person.ts';
import { shiftEnded, shiftHandedOver, shiftStarted } from '../domain/shift.ts';
import {
  cardPhotographed,
  doorEntered,
  doorLeft,
  entryRefused,
  exitNotObserved,
  guestAdmitted,
  guestLeft,
  guestRefused,
  guestReported,
  visitCorrected,
  visitOverdueNoticed,
  watchlistHitOverridden,
} from '../domain/visit.events.ts';
import { watchlistEntryAdded, watchlistEntryRemoved } from '../domain/watchlist.ts';

/** Everything that was told of a post, one row an event, as it was told: what later facts make of it is in the other views. */
export interface JournalTable {
  stream: string;
  revision: number;
  type: string;
  post: string;
  /** When it happened; `recorded` is when the server learnt it, `known_from` the same in the order of the log. */
  at: number;
  recorded: number;
  known_from: number;
  visit: string | null;
  guest: string | null;
  door: string | null;
  badge: string | null;
  /** JSON of what is said beyond the columns; personal values are commitments. */
  detail: string | null;
  occurred_at: string;
  user: string;
  role: string;
  sent_by: string | null;
  voice: string;
  method: string | null;
  /** JSON list of the objections that stood against it. */
  contradicts: string | null;
}

interface Journal {
  journal: JournalTable;
}

type Part = 'visit' | 'guest' | 'door' | 'badge' | 'detail';
type Of = { readonly post: Expression<string> } & { readonly [Key in Part]?: Expression<string> | Expression<string | null> };

/** What no column says. Pure; an event's data is JSON already. */
const wholly = { derive: ({ data }: { data: object }) => ({ detail: JSON.stringify(data) }) };

export const journal = projection<Journal>({
  name: 'journal',
  context: 'access',
  create: (schema) => [
    schema
      .createTable('journal')
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('post', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('recorded', 'integer', (c) => c.notNull())
      .addColumn('known_from', 'integer', (c) => c.notNull())
      .addColumn('visit', 'text')
      .addColumn('guest', 'text')
      .addColumn('door', 'text')
      .addColumn('badge', 'text')
      .addColumn('detail', 'text')
      .addColumn('occurred_at', 'text', (c) => c.notNull())
      .addColumn('user', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('sent_by', 'text')
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('method', 'text')
      .addColumn('contradicts', 'text')
      // Rows in the order of arrival, and a narrow key beside them: what arrives together is written together.
      .addPrimaryKeyConstraint('journal_key', ['stream', 'revision']),
    schema.createIndex('journal_in_time').on('journal').columns(['post', 'at']),
  ],
})
  .on(guestReported, (db, event) => told(db, event, ofVisit(event)))
  .on(cardPhotographed, (db, event) => told(db, event, ofVisit(event)))
  .on(guestAdmitted, (db, event) => told(db, event, { ...ofVisit(event), door: event.data.door, badge: event.data.badge }))
  .on(doorEntered, (db, event) => told(db, event, { ...ofVisit(event), door: event.data.door }))
  .on(doorLeft, (db, event) => told(db, event, { ...ofVisit(event), door: event.data.door }))
  .on(guestLeft, (db, event) => told(db, event, ofVisit(event)))
  .on(guestRefused, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), detail }) })
  .on(entryRefused, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), door: event.data.door, detail }) })
  .on(exitNotObserved, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), detail }) })
  .on(visitCorrected, {
    ...wholly,
    step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), door: event.data.door, badge: event.data.badge, detail }),
  })
  .on(watchlistHitOverridden, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), detail }) })
  .on(visitOverdueNoticed, { ...wholly, step: (db, event, { detail }) => told(db, event, { ...ofVisit(event), detail }) })
  .on(doorRegistered, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, door: event.subject, detail }) })
  .on(doorLocked, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, door: event.subject, detail }) })
  .on(doorUnlocked, (db, event) => told(db, event, { post: event.data.post, door: event.subject }))
  .on(shiftStarted, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(shiftHandedOver, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(shiftEnded, (db, event) => told(db, event, { post: event.data.post }))
  .on(musterDeclared, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(guestAccountedFor, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, visit: event.data.visit, detail }) })
  .on(musterClosed, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(watchlistEntryAdded, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, guest: event.data.person, detail }) })
  .on(watchlistEntryRemoved, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(subjectsMerged, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, guest: event.subject, detail }) })
  .on(pageTranscribed, {
    // The lines of a page become entries of their own.
    derive: ({ data: { photo, keptBy, from, until, entries } }) => ({ detail: JSON.stringify({ photo, keptBy, from, until, lines: entries.length }) }),
    step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }),
  })
  .on(contradictionNoticed, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(contradictionSettled, { ...wholly, step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }) })
  .on(contradictionExplained, {
    // How it came about is read where it stands.
    derive: ({ data: { what, about } }) => ({ detail: JSON.stringify({ what, about }) }),
    step: (db, event, { detail }) => told(db, event, { post: event.data.post, detail }),
  });

function ofVisit({ subject, data: { post, guest } }: StepEvent<{ post: string; guest: string }>) {
  return { post, guest, visit: subject };
}

function told(db: Kysely<Journal>, event: StepEvent<unknown>, { post, visit, guest, door, badge, detail }: Of) {
  const { stream, revision, type, effectiveAt, recordedAt, knownFrom, occurredAt, actor, sentBy, voice, method, contradicts } = event;
  return db.insertInto('journal').values({
    stream,
    revision,
    type,
    post,
    at: effectiveAt,
    recorded: recordedAt,
    known_from: knownFrom,
    visit: visit ?? null,
    guest: guest ?? null,
    door: door ?? null,
    badge: badge ?? null,
    detail: detail ?? null,
    occurred_at: occurredAt,
    user: actor.user,
    role: actor.role,
    sent_by: sentBy,
    voice,
    method,
    contradicts,
  });
}
