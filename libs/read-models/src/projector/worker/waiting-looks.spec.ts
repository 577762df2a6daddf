import { RowLimitExceeded } from '../../readers/worker/prepared-queries.ts';
import type { LookAsked } from '../messages.ts';
import { WaitingLooks } from './waiting-looks.ts';

const asked = (id: number, wanted: bigint, sql = 'select 1'): LookAsked => ({ id, context: 'gate', wanted, statement: { sql, parameters: [] } });

const tablesAt = (position: bigint) => ({
  answering: (context: string) =>
    context === 'gate'
      ? {
          position,
          look: ({ sql }: LookAsked['statement']) => {
            if (sql === 'too many') throw new RowLimitExceeded();
            if (sql === 'wrong') throw Object.assign(new Error('no such table: gate'), { code: 'SQLITE_ERROR' });
            return [{ sql }];
          },
        }
      : undefined,
});

describe('looks that wait in the projector', () => {
  it('are answered in their order once the tables have passed what they want, from one position', () => {
    const looks = new WaitingLooks(100);
    looks.add([asked(1, 7n), asked(2, 9n), asked(3, 5n)]);
    expect(looks.answer(tablesAt(4n))).toEqual([]);
    expect(looks.answer(tablesAt(7n))).toMatchObject([
      { id: 1, position: 7n, rows: [{ sql: 'select 1' }] },
      { id: 3, position: 7n },
    ]);
    expect(looks.answer(tablesAt(9n))).toMatchObject([{ id: 2, position: 9n }]);
    expect(looks.answer(tablesAt(9n))).toEqual([]);
  });

  it('fail alone', () => {
    const looks = new WaitingLooks(100);
    looks.add([asked(1, 1n, 'wrong'), asked(2, 1n, 'too many'), asked(3, 1n)]);
    expect(looks.answer(tablesAt(1n))).toMatchObject([
      { id: 1, code: 'SQLITE_ERROR', message: 'no such table: gate' },
      { id: 2, tooMany: true },
      { id: 3, rows: [{}] },
    ]);
  });

  it('wait while their context has no tables', () => {
    const looks = new WaitingLooks(100);
    looks.add([{ ...asked(1, 1n), context: 'yard' }]);
    expect(looks.answer(tablesAt(5n))).toEqual([]);
  });
});
