import { InvalidPage } from '../errors.ts';
import { cut, paged, pageSize } from './paging.ts';

const statement = { sql: 'select a, b from t where c = ?', parameters: ['c'] };

describe('a page', () => {
  it('is ordered and one row longer than asked', () =>
    expect(paged(statement, { by: ['a', 'b'] }, { size: 10 })).toEqual({
      sql: 'select * from (select a, b from t where c = ?) order by "a" asc, "b" asc limit 11',
      parameters: ['c'],
    }));

  it('goes on after a key, in one direction by a row value', () =>
    expect(
      paged(
        statement,
        {
          by: [
            ['a', 'desc'],
            ['b', 'desc'],
          ],
        },
        { after: [5, 'x'] },
      ),
    ).toEqual({
      sql: 'select * from (select a, b from t where c = ?) where ("a", "b") < (+?, +?) order by "a" desc, "b" desc limit 51',
      parameters: ['c', 5, 'x'],
    }));

  it('goes on after a key, in mixed directions spelled out', () =>
    expect(paged(statement, { by: [['a', 'desc'], 'b'] }, { after: [5, 'x'] })).toEqual({
      sql: 'select * from (select a, b from t where c = ?) where ("a" < +? or "a" = +? and "b" > +?) order by "a" desc, "b" asc limit 51',
      parameters: ['c', 5, 5, 'x'],
    }));

  it('has a size within its bounds', () =>
    expect([pageSize({ by: [] }, undefined), pageSize({ by: [] }, 9999), pageSize({ by: [], max: 20 }, 30), pageSize({ by: [] }, 0)]).toEqual([
      50, 9999, 20, 1,
    ]));

  it('names the key of its last row only when there is more', () => {
    const rows = [{ a: 1 }, { a: 2 }, { a: 3 }];
    expect(cut(rows, { by: ['a'] }, 2)).toEqual({ rows: [{ a: 1 }, { a: 2 }], next: [2] });
    expect(cut(rows, { by: ['a'] }, 3)).toEqual({ rows });
  });

  it('refuses a key that is not its own', () => expect(() => paged(statement, { by: ['a'] }, { after: [1, 2] })).toThrow(InvalidPage));

  it('refuses a column that may be absent', () => expect(() => cut([{ a: null }, { a: null }], { by: ['a'] }, 1)).toThrow(InvalidPage));
});
