import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admitted, doorCounts, presence, stranger } from '../../testing/visits.ts';
import { ContextFile } from './context-file.ts';
import { LogEvent } from './log-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'saksi-context-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (): ContextFile => new ContextFile(join(folder, 'gate.db'), 'v', [presence, doorCounts], 'answers');

const at = (position: bigint, type: string): LogEvent =>
  new LogEvent(
    {
      id: `${position}`,
      stream: `visit-00000000-0000-7000-8000-00000000000${position}`,
      revision: 0,
      position,
      type,
      data: JSON.stringify({ door: 'D1', badge: `T-${position}` }),
      metadata: JSON.stringify({ effectiveAt: 1, recordedAt: Number(position) }),
    },
    0,
    [],
  );

it('passes over events of other contexts without a transaction, and is told of them with the next that it takes', () => {
  const file = open();
  file.apply([at(1n, stranger.type)], 1n);
  expect([file.position, file.events, file.last.id]).toEqual([1n, 1, '1']);
  file.close();

  const again = open();
  expect(again.position).toBe(0n);
  again.apply([at(1n, stranger.type)], 1n);
  again.apply([at(2n, admitted.type)], 2n);
  again.apply([at(3n, stranger.type)], 3n);
  again.close();

  const third = open();
  expect([third.position, third.events, third.last]).toEqual([2n, 2, { id: '2', position: 2n, knownFrom: 2 }]);
  third.apply([], 20_000n);
  third.close();
  const fourth = open();
  expect(fourth.position).toBe(20_000n);
  fourth.close();
});
