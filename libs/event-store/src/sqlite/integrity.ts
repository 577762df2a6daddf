import type Database from 'better-sqlite3';
import { isCanonical } from '../canonical.ts';

const mostProblems = 100;

interface Checked {
  readonly events: number;
  readonly streams: number;
  readonly head: number;
  readonly problems: readonly string[];
}

/** Reads the whole log as it stands at one instant. Problems name streams and positions, never content. */
export function checkLog(db: Database.Database): Checked {
  const problems: string[] = [];
  const report = (problem: string): void => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  checkStructure(db, report);
  const count = (table: 'events' | 'streams'): number => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  try {
    checkRevisions(db, report);
    checkReceipts(db, report);
    checkContent(db, report);
    const head = db.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
    return { events: count('events'), streams: count('streams'), head, problems };
  } catch (error) {
    report(`The log cannot be read to its end: ${error instanceof Error ? error.message : String(error)}.`);
    return { events: 0, streams: 0, head: 0, problems };
  }
}

type Report = (problem: string) => void;

function checkStructure(db: Database.Database, report: Report): void {
  try {
    const found = db.prepare<[], string>(`PRAGMA integrity_check(${mostProblems})`).pluck().all();
    for (const problem of found) if (problem !== 'ok') report(`The file's structure is damaged: ${problem}.`);
  } catch (error) {
    report(`The file's structure is damaged: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function checkRevisions(db: Database.Database, report: Report): void {
  const gaps = db.prepare<[], { name: string | null; first: number; last: number; events: number }>(
    `SELECT s.name, min(e.revision) AS first, max(e.revision) AS last, count(*) AS events
     FROM events e LEFT JOIN streams s ON s.id = e.stream GROUP BY e.stream
     HAVING s.name IS NULL OR first <> 0 OR last <> count(*) - 1`,
  );
  for (const { name, first, last, events } of gaps.iterate()) {
    report(
      name === null
        ? 'There are events of a stream without a name.'
        : `Stream ${name} has ${events} events between revisions ${first} and ${last}: some are missing.`,
    );
  }
  const disorder = db.prepare<[], { name: string; revision: number }>(
    `SELECT s.name, e.revision FROM (
       SELECT stream, revision, position, lag(position) OVER (PARTITION BY stream ORDER BY revision) AS previous FROM events INDEXED BY events_of_stream
     ) e JOIN streams s ON s.id = e.stream WHERE e.previous >= e.position`,
  );
  for (const { name, revision } of disorder.iterate()) report(`Stream ${name}: event ${revision} stands before the event that it follows.`);
}

function checkReceipts(db: Database.Database, report: Report): void {
  const lost = db.prepare<[], string>(
    'SELECT r.command FROM receipts r LEFT JOIN events e ON e.stream = r.stream AND e.revision = r.last_revision WHERE e.position IS NOT r.position',
  );
  for (const command of lost.pluck().iterate()) report(`The receipt of command ${command} names an event that is not there.`);
}

function checkContent(db: Database.Database, report: Report): void {
  const events = db.prepare<[], [position: number, type: string | null, data: Buffer, metadata: Buffer]>(
    'SELECT e.position, t.name, e.data, e.metadata FROM events e LEFT JOIN types t ON t.id = e.type ORDER BY e.position',
  );
  for (const [position, type, data, metadata] of events.raw().iterate()) {
    if (type === null) report(`The event at ${position} has no type.`);
    if (!isCanonical(data)) report(`The data of the event at ${position} is not canonical JSON.`);
    if (!isCanonical(metadata)) report(`The metadata of the event at ${position} is not canonical JSON.`);
  }
}
