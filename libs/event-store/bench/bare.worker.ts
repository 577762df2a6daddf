import Database from 'better-sqlite3';
import { parentPort } from 'node:worker_threads';

/** What to measure: so many rows, so many in each durable commit, with as many bytes as the events have. */
export interface BareRun {
  readonly file: string;
  readonly rows: number;
  readonly perCommit: number;
  readonly dataBytes: number;
  readonly metadataBytes: number;
}

/** Rows a second of plain inserts: the same columns and the same durability, no index, no rules, no other thread. */
function measure({ file, rows, perCommit, dataBytes, metadataBytes }: BareRun): number {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE IF NOT EXISTS bare (position INTEGER PRIMARY KEY, stream INTEGER, revision INTEGER, id TEXT, type INTEGER, data BLOB, metadata BLOB)');
  const insert = db.prepare('INSERT INTO bare (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const [data, metadata] = [new Uint8Array(dataBytes).fill(97), new Uint8Array(metadataBytes).fill(98)];
  const start = performance.now();
  for (let row = 0; row < rows;) {
    begin.run();
    for (let inGroup = 0; inGroup < perCommit && row < rows; inGroup++, row++)
      insert.run(row % 64, row, '0190163d-8694-739b-aea5-966c26f8ad91', 1, data, metadata);
    commit.run();
  }
  const seconds = (performance.now() - start) / 1_000;
  db.close();
  return rows / seconds;
}

parentPort?.on('message', (run: BareRun) => parentPort?.postMessage(measure(run)));
