import { QueryFailed, TooManyRows } from '../errors.ts';
import type { LookAsked } from '../projector/messages.ts';
import { ProjectorLooks } from './projector-looks.ts';

const statement = { sql: 'select 1', parameters: [] };

function looking(waitMs = 60_000): { looks: ProjectorLooks; posted: LookAsked[] } {
  const posted: LookAsked[] = [];
  return { looks: new ProjectorLooks({ post: (asked) => posted.push(asked), waitMs, rowLimit: 3 }), posted };
}

describe('looks that the projector is asked', () => {
  it('get each its own answer, whatever the order', async () => {
    const { looks, posted } = looking();
    const [one, other] = [looks.ask('gate', 4n, statement), looks.ask('gate', 5n, statement)];
    expect(posted.map(({ wanted }) => wanted)).toEqual([4n, 5n]);
    const [first, second] = posted.map(({ id }) => id);
    looks.answered([{ id: second ?? 0, rows: [{ n: 2 }], position: 6n, slow: true }]);
    looks.answered([{ id: first ?? 0, rows: [{ n: 1 }], position: 7n, slow: false }]);
    expect(await one).toMatchObject({ rows: [{ n: 1 }], position: 7n, slow: false });
    expect(await other).toMatchObject({ rows: [{ n: 2 }], position: 6n, slow: true });
  });

  it('are refused when they find too much or are no SQL', async () => {
    const { looks, posted } = looking();
    const [many, wrong] = [looks.ask('gate', 1n, statement), looks.ask('gate', 1n, statement)];
    const [first, second] = posted.map(({ id }) => id);
    looks.answered([
      { id: first ?? 0, tooMany: true },
      { id: second ?? 0, code: 'SQLITE_ERROR', message: 'no such column' },
    ]);
    await expect(many).rejects.toThrow(TooManyRows);
    await expect(wrong).rejects.toThrow(QueryFailed);
  });

  it('are lost with the thread, and an answer that comes all the same is ignored', async () => {
    const { looks, posted } = looking();
    const asked = looks.ask('gate', 1n, statement);
    looks.lost();
    expect(await asked).toBe('lost');
    looks.answered([{ id: posted[0]?.id ?? 0, rows: [], position: 1n, slow: false }]);
  });

  it('are overdue when the tables do not come so far in time', async () => {
    const { looks } = looking(1);
    expect(await Promise.all([looks.ask('gate', 1n, statement), looks.ask('gate', 2n, statement)])).toEqual(['overdue', 'overdue']);
  });
});
