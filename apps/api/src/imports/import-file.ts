import { setImmediate as breathe } from 'node:timers/promises';
import { Objected, OutOfScope, type Principal } from '#cqrs';
import { objectionSentence, say, type Language } from '#http';
import { uuidv5, type StreamRef } from '#kernel';
import type { Progress } from '../operations/operation.ts';
import type { Saksi } from '../parts.ts';
import type { ColumnFound } from './columns.ts';
import { FileRefused, importFaults } from './faults.ts';
import { importKinds, type KindName } from './kinds/index.ts';
import { Lanes } from './lanes.ts';
import { namesIn } from './names.ts';
import { rejectedFile } from './rejected-file.ts';
import type { TableRow } from './tables/row.ts';
import { readTable } from './tables/table.ts';
import { RowReader, type CheckedWish, type Rejection } from './understanding.ts';

/** Commands under way at a time: enough for commits to be shared, few enough that others get their turn. */
const underWay = 128;
/** Rows after which others get their turn, whatever a row takes. */
const stride = 256;
const sampled = 8;
/** Of more rejected rows the file says the rest. */
const mostTold = 1_000;

export interface FileToImport {
  readonly kind: KindName;
  readonly bytes: Uint8Array;
  readonly language: Language;
  /** The run: what is sent again under it is recorded once. */
  readonly id: string;
  readonly principal: Principal;
  /** Nothing is recorded: only what was understood is told. */
  readonly dryRun: boolean;
}

export interface ImportTelling {
  readonly progress: (progress: Progress) => void;
  readonly rejected: (rejection: Rejection) => Promise<void>;
  readonly signal: AbortSignal;
}

export interface Imported {
  readonly columns: readonly ColumnFound[];
  /** The first rows, as they stand in the file. */
  readonly sample: readonly TableRow[];
  readonly rows: number;
  /** What the rows come to: stations, boxes, requirements. */
  readonly commands: number;
  readonly recorded: number;
  /** What was recorded before, just like that. */
  readonly unchanged: number;
  readonly rejectedRows: number;
  /** The rejected rows, as a file of the kind that was sent. */
  readonly rejectedFile?: Uint8Array;
  /** Where in the log the last one stands. */
  readonly position?: string;
}

/**
 * Imports a file, or looks at what importing it would come to. Each row is recorded for itself, through the same door as
 * everything else; what was recorded stays when the rest cannot be.
 * @throws FileRefused, NotPermitted and the errors of the event store
 */
export async function importFile(saksi: Saksi, file: FileToImport, telling: ImportTelling): Promise<Imported> {
  const { bytes, language, dryRun } = file;
  const kind = importKinds[file.kind];
  // Reading a file costs memory: not for who could record nothing of it.
  await saksi.authority.actorFor(file.principal, kind.records.roles, [], saksi.clock.now());
  const { SAKSI_IMPORT_MEGABYTES: megabytes, SAKSI_IMPORT_UNPACKED_MEGABYTES: unpackedMegabytes, SAKSI_IMPORT_ROWS: most } = saksi.configuration;
  const table = () => readTable(bytes, { megabytes, unpackedMegabytes, rows: most });
  const names = await namesIn(saksi, file.principal);
  const total = dryRun ? 0 : await countRows(table());
  const lanes = new Lanes(underWay);
  const rejected = new Map<number, { readonly row: TableRow; readonly rejections: Rejection[] }>();
  const sample: TableRow[] = [];
  const sum = { rows: 0, commands: 0, recorded: 0, unchanged: 0, told: 0, position: 0n };
  let reader: RowReader | undefined;

  const reject = async (row: TableRow, rejection: Rejection): Promise<void> => {
    const before = rejected.get(row.line);
    if (before) before.rejections.push(rejection);
    else rejected.set(row.line, { row, rejections: [rejection] });
    if (sum.told++ < mostTold) await telling.rejected(rejection);
  };
  const told = async (row: TableRow, { from, about }: CheckedWish, error: unknown, by: RowReader): Promise<void> => {
    const because = (reason: string): Promise<void> => reject(row, by.rejection(row, Object.values(from)[0] ?? '', reason));
    if (error instanceof OutOfScope) return because(say(importFaults['out-of-reach'], language, { what: about }));
    if (!(error instanceof Objected)) throw error;
    if (error.objections.has(kind.unchanged)) sum.unchanged++;
    else for (const [code, details] of error.objections) await because(say(objectionSentence(code), language, details));
  };
  const attempt = async (row: TableRow, wish: CheckedWish, by: RowReader): Promise<void> => {
    try {
      if (dryRun) return await mayRecord(saksi, file.principal, wish);
      const { repeated, position } = await record(saksi, file, wish);
      if (repeated) sum.unchanged++;
      else sum.recorded++;
      if (position > sum.position) sum.position = position;
    } catch (error) {
      await told(row, wish, error, by);
    }
  };

  for await (const row of table()) {
    if (!reader) {
      reader = new RowReader(row, { kind, names, language });
      continue;
    }
    const by = reader;
    if (telling.signal.aborted) break;
    if (sample.length < sampled) sample.push(row);
    const { wishes, rejections } = by.read(row);
    for (const rejection of rejections) await reject(row, rejection);
    for (const wish of wishes) await lanes.run(laneOf(wish), () => attempt(row, wish, by));
    sum.commands += wishes.length;
    if (++sum.rows % stride === 0) {
      telling.progress({ what: `import ${file.kind}`, done: sum.rows, total });
      await breathe();
    }
  }
  await lanes.done();
  if (!reader) throw new FileRefused('no-header');
  telling.progress({ what: `import ${file.kind}`, done: sum.rows, total: Math.max(total, sum.rows) });
  const { rows, commands, recorded, unchanged, position } = sum;
  return {
    columns: reader.columns,
    sample,
    rows,
    commands,
    recorded,
    unchanged,
    rejectedRows: rejected.size,
    ...(rejected.size > 0 && { rejectedFile: await rejectedFile(bytes, reader.columns, [...rejected.values()]) }),
    ...(position > 0n && { position: position.toString() }),
  };
}

async function countRows(table: AsyncIterable<TableRow>): Promise<number> {
  let rows = -1;
  for await (const { line } of table) {
    rows++;
    if (line % (stride * 8) === 0) await breathe();
  }
  return Math.max(rows, 0);
}

/** The stream that a wish is recorded in: two rows about one thing are recorded in the order in which they stand. */
function laneOf({ slice, asked }: CheckedWish): string {
  const [written] = Object.values(slice.writes);
  return (written?.(asked) as StreamRef<unknown, never>).name;
}

const record = (saksi: Saksi, { id, principal }: FileToImport, { slice, asked, about }: CheckedWish) =>
  saksi.recorder.record(slice, asked, { commandId: uuidv5(id, `${slice.name} ${about}`), principal, voice: 'asked', correlationId: id, causationId: id });

/** @throws NotPermitted, OutOfScope */
async function mayRecord(saksi: Saksi, principal: Principal, { slice, asked }: CheckedWish): Promise<void> {
  await saksi.authority.actorFor(principal, slice.roles, [slice.scope(asked)].flat(), saksi.clock.now());
}
