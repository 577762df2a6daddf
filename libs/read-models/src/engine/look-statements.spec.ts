import { sql } from 'kysely';
import { builderFor } from '../declare/kysely.ts';
import { LookStatements } from './look-statements.ts';

interface Tables {
  visit: { visit: string; post: string; begun: number };
}
const db = builderFor<Tables>();

describe('the SQL of a look', () => {
  it('is built once for a shape of arguments, and then only bound', () => {
    let built = 0;
    const statements = new LookStatements(({ post, at }) => {
      built++;
      return db
        .selectFrom('visit')
        .select('visit')
        .where('post', '=', sql<string>`${post}`)
        .where('begun', '<=', sql<number>`${at}`);
    });
    const first = statements.for({ post: 'a', at: 1 });
    const buildings = built;
    expect(statements.for({ post: 'b', at: 2 })).toEqual({ sql: first.sql, parameters: ['b', 2] });
    expect(built).toBe(buildings);
  });

  it('keeps values that are always the same', () => {
    const statements = new LookStatements(({ post }) =>
      db
        .selectFrom('visit')
        .select('visit')
        .where('post', '=', sql<string>`${post}`)
        .where('begun', '>', 5),
    );
    statements.for({ post: 'a' });
    expect(statements.for({ post: 'b' }).parameters).toEqual(['b', 5]);
  });

  it('is another one when an argument is absent, null or zero', () => {
    const statements = new LookStatements(({ post, at }) => {
      const all = db
        .selectFrom('visit')
        .select('visit')
        .where('post', '=', sql<string>`${post}`);
      return at ? all.where('begun', '<=', sql<number>`${at}`) : all;
    });
    statements.for({ post: 'a', at: 7 });
    expect(statements.for({ post: 'a', at: 8 }).parameters).toEqual(['a', 8]);
    expect(statements.for({ post: 'a', at: 0 }).parameters).toEqual(['a']);
    expect(statements.for({ post: 'a' }).parameters).toEqual(['a']);
  });

  it.each([
    ['computes with a value', { at: 10 }, { at: 20 }, [15], [25]],
    ['takes a list', { at: 0, among: ['a', 'b'] }, { at: 0, among: ['c'] }, ['a', 'b', 5], ['c', 5]],
  ])('is built each time for a look that %s', (_, one, other, ofOne, ofOther) => {
    const statements = new LookStatements(({ at, among }) => {
      const all = db.selectFrom('visit').select('visit');
      return (Array.isArray(among) ? all.where('visit', 'in', among as string[]) : all).where('begun', '>', Number(at) + 5);
    });
    expect(statements.for(one).parameters).toEqual(ofOne);
    expect(statements.for(other).parameters).toEqual(ofOther);
    expect(statements.for(one).parameters).toEqual(ofOne);
  });
});
