import SqliteDatabase from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admitted, doorCounts, presence, stranger } from '../../testing/visits.ts';
import { ContextFile } from './context-file.ts';
import { LogEvent } from './log-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'saksi-context-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (name = 'gate.db'): ContextFile => new ContextFile(join(folder, name), 'v', [presence, doorCounts], 'answers');

/** What another connection sees. */
function seen(name: string): { readonly badges: readonly unknown[]; readonly position: unknown; readonly parked: unknown } {
  const other = new SqliteDatabase(join(folder, name), { readonly: true });
  try {
    return {
      badges: other.prepare('select badge from presence order by badge').pluck().all(),
      position: other.prepare('select position from saksi_checkpoint').pluck().get(),
      parked: other.prepare('select count(*) from saksi_parked').pluck().get(),
    };
  } finally {
    other.close();
  }
}

const at = (position: bigint, type: string, badge = `T-${position}`): LogEvent =>
  new LogEvent(
    {
      id: `${position}`,
      stream: `visit-00000000-0000-7000-8000-00000000000${position}`,
      revision: 0,
      position,
      type,
      data: JSON.stringify({ door: 'D1', badge }),
      metadata: JSON.stringify({ effectiveAt: 1, recordedAt: Number(position) }),
    },
    0,
    [],
  );

it('passes over events of other contexts without a transaction, and is told of them with the next that it takes', () => {
  const file = open();
  file.project([at(1n, stranger.type)], 1n);
  expect([file.position, file.events, file.last.id]).toEqual([1n, 1, '1']);
  file.close();

  const again = open();
  expect(again.position).toBe(0n);
  again.project([at(1n, stranger.type)], 1n);
  again.project([at(2n, admitted.type)], 2n);
  again.commit();
  again.project([at(3n, stranger.type)], 3n);
  again.close();

  const third = open();
  expect([third.position, third.events, third.last]).toEqual([2n, 2, { id: '2', position: 2n, knownFrom: 2 }]);
  third.project([], 20_000n);
  third.close();
  const fourth = open();
  expect(fourth.position).toBe(20_000n);
  fourth.close();
});

it('shows what it projected to itself at once, and to others with the commit', () => {
  const file = open('held.db');
  file.project([at(1n, admitted.type)], 1n);
  file.project([at(2n, admitted.type), at(3n, stranger.type)], 3n);
  expect(file.look({ sql: 'select count(*) as inside from presence', parameters: [] }, 10)).toEqual([{ inside: 2 }]);
  expect([file.position, file.committed, file.holds]).toEqual([3n, 0n, true]);
  expect(seen('held.db')).toEqual({ badges: [], position: 0, parked: 0 });
  file.commit();
  expect([file.position, file.committed, file.holds]).toEqual([3n, 3n, false]);
  expect(seen('held.db')).toEqual({ badges: ['T-1', 'T-2'], position: 3, parked: 0 });
  file.close();
});

it('parks only the event that a step cannot take, though it undoes what was held with it', () => {
  const file = open('parked.db');
  file.project([at(1n, admitted.type)], 1n);
  file.project([at(2n, admitted.type)], 2n);
  file.project([at(3n, admitted.type, 'T-1'), at(4n, admitted.type)], 4n);
  file.project([at(5n, admitted.type)], 5n);
  file.commit();
  expect([file.parked, file.events]).toEqual([1, 5]);
  expect(seen('parked.db')).toEqual({ badges: ['T-1', 'T-2', 'T-4', 'T-5'], position: 5, parked: 1 });
  file.close();
});

it('goes back to its last commit when the machine fails, and on from there', () => {
  const file = open('full.db');
  file.project([at(1n, admitted.type)], 1n);
  file.commit();
  file.project([at(2n, admitted.type)], 2n);
  expect(() => file.project([full], 3n)).toThrow('database or disk is full');
  expect([file.position, file.committed, file.events, file.holds]).toEqual([1n, 1n, 1, false]);
  file.project([at(2n, admitted.type), at(3n, admitted.type)], 3n);
  file.close();
  expect(seen('full.db')).toEqual({ badges: ['T-1', 'T-2', 'T-3'], position: 3, parked: 0 });
});

/** An event at which the disk is full, as SQLite says it. */
const full = Object.defineProperty(at(3n, admitted.type), 'data', {
  get: () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  },
});
