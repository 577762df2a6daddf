import SqliteDatabase, { type Database } from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { event } from '#kernel';
import { binder, type SqliteValue } from '../src/declare/binder.ts';
import { compile, builderFor } from '../src/declare/kysely.ts';
import { projection } from '../src/declare/projection.ts';
import { timeline, type TimelineTables } from '../src/bitemporal/timeline.ts';
import { forever } from '../src/bitemporal/spans.ts';
import type { AsOfData, AsOfReply } from './as-of.bench.ts';

/*
 * Who was inside a post at an instant, as it was known at another, over the same visits with three indexes. Visits come
 * evenly over the log's time, 20 posts, most for half an hour, one in fifty for half a day, one in a thousand without an
 * end; one in twenty is told late. Everything is derived from the visit's number: every run measures the same rows.
 */
const { visits, questions } = workerData as AsOfData;
const posts = 20;
const start = Date.UTC(2023, 0, 1);
const apart = 30_000;

const admitted = event('gate.guest-admitted.v1')<{ post: string; door: string }>();
const left = event('gate.guest-left.v1')();
type Inside = { post: string; door: string };
const inside = timeline<Inside>()({ name: 'inside', values: { post: 'text', door: 'text' }, by: ['post'] });
const presence = projection<TimelineTables<'inside', Inside>>({ name: 'inside', context: 'bench', create: inside.create })
  .on(admitted, (_, told) => inside.tell(told, { holds: { post: told.data.post, door: told.data.door } }))
  .on(left, (_, told) => inside.tell(told, { holds: 'nothing' }));

const stay = (visit: number): number => (visit % 1000 === 7 ? forever : visit % 50 === 3 ? 12 * 3_600_000 : 600_000 + (visit % 40) * 60_000);
const late = (visit: number): number => (visit % 20 === 11 ? 3 * 3_600_000 : 0);
const subjectOf = (visit: number): string => `00000000-0000-4000-8000-${visit.toString(16).padStart(12, '0')}`;

function fill(database: Database): number {
  const run = new Map(
    [...presence.steps].map(([type, step]) => [
      type,
      step.statements.map(({ sql: text, bindings }) => ({ statement: database.prepare(text), binders: bindings.map(binder) })),
    ]),
  );
  const project = (type: string, visit: number, revision: number, effectiveAt: number, recordedAt: number): void => {
    const subject = subjectOf(visit);
    const metadata = {
      commandId: '',
      correlationId: '',
      causationId: '',
      actor: { user: '', role: 'guard' },
      occurredAt: '',
      effectiveAt,
      recordedAt,
      voice: 'asked',
      decidedOn: { streams: {} },
    } as const;
    const each = {
      id: subject,
      stream: `visit-${subject}`,
      subject,
      revision,
      position: 0n,
      type,
      data: { post: `P${visit % posts}`, door: `D${visit % 7}` },
      metadata,
      told: metadata,
      knownFrom: recordedAt,
    };
    for (const { statement, binders } of run.get(type) ?? []) statement.run(...binders.map((bind): SqliteValue => bind(each, undefined)));
  };
  const began = performance.now();
  for (let first = 0; first < visits; first += 5000)
    database.transaction(() => {
      for (let visit = first; visit < Math.min(visits, first + 5000); visit++) {
        const at = start + visit * apart;
        project(admitted.type, visit, 0, at, at + late(visit));
        if (stay(visit) !== forever) project(left.type, visit, 1, at + stay(visit), at + stay(visit) + late(visit));
      }
    })();
  return Math.round((visits * 2) / ((performance.now() - began) / 1000));
}

/** Median and p99, ms, of the question at instants spread over the whole log. */
function asking(
  database: Database,
  text: string,
  bind: (at: number, knownAt: number, post: string) => readonly SqliteValue[],
): { median: number; p99: number; rows: number } {
  const statement = database.prepare(text);
  let rows = 0;
  const times = Array.from({ length: questions }, (_, question) => {
    const at = start + Math.floor(((question + 0.5) / questions) * visits * apart);
    const values = bind(at, question % 2 === 0 ? at : forever - 1, `P${question % posts}`);
    const began = performance.now();
    rows += statement.all(...values).length;
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0, rows };
}

const database = new SqliteDatabase('');
database.pragma('journal_mode = OFF');
database.pragma('synchronous = OFF');
database.pragma('cache_size = -16384');
for (const text of presence.schema) database.exec(text);
const inserted = fill(database);

const asked = (at: number, knownAt: number, post: string) =>
  compile(
    builderFor<TimelineTables<'inside', Inside>>()
      .selectFrom(inside.asOf({ at, knownAt, by: { post } }))
      .select(['held.subject', 'held.door']),
  );
const spans = asking(database, asked(0, 0, '').sql, (at, knownAt, post) => asked(at, knownAt, post).parameters as readonly SqliteValue[]);

const held = 'effective_to > ? and known_from <= ? and known_to > ?';
const bind = (at: number, knownAt: number, post: string): readonly SqliteValue[] => [post, at, at, knownAt, knownAt];
database.exec('create index plain on inside (post, effective_from)');
const plain = asking(database, `select subject, door from inside indexed by plain where post = ? and effective_from <= ? and ${held}`, bind);

// An R-tree holds 32-bit integers: seconds since the log's start are fine enough to find candidates, the rows decide.
database.exec(
  'create virtual table tree using rtree_i32(id, post_from, post_to, effective_from, effective_to, known_from, known_to, +subject, +revision, +piece, +began)',
);
const seconds = (column: string): string => `min((${column} - ${start}) / 1000, 2147483000)`;
const beganTree = performance.now();
const { changes } = database
  .prepare(
    `insert into tree select row_number() over (), cast(substr(post, 2) as integer), cast(substr(post, 2) as integer), ${seconds('effective_from')}, ${seconds('effective_to')}, ${seconds('known_from')}, ${seconds('known_to')}, subject, revision, piece, effective_from from inside`,
  )
  .run();
const treeInserts = Math.round(changes / ((performance.now() - beganTree) / 1000));
const tree = asking(
  database,
  `select i.subject, i.door from tree t cross join inside i on i.subject = t.subject and i.effective_from = t.began and i.revision = t.revision and i.piece = t.piece
   where t.post_from = ? and t.effective_from <= ? and t.effective_to >= ? and t.known_from <= ? and t.known_to >= ? and i.effective_from <= ? and i.effective_to > ? and i.known_from <= ? and i.known_to > ?`,
  (at, knownAt, post) => {
    const [effective, known] = [Math.floor((at - start) / 1000), Math.min(Math.floor((knownAt - start) / 1000), 2_147_483_000)];
    return [Number(post.slice(1)), effective, effective, known, known, at, at, knownAt, knownAt];
  },
);
database.close();
parentPort?.postMessage({ events: visits * 2, inserted, treeInserts, spans, plain, tree } satisfies AsOfReply);
