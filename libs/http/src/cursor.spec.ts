import { randomBytes } from 'node:crypto';
import { Cursors } from './cursor.ts';
import { InvalidFields } from './fields/faults.ts';
import { Problem } from './problem/problem.ts';

const cursors = new Cursors({ key: Buffer.alloc(32, 7), largestPage: 200 });
const query = 'access.visits';
const args = { post: 'p1', at: '2023-12-01T02:13:00+07:00' };
const after = [1_701_370_800_000, 'visit-1', 'é'] as const;
const cursor = cursors.next(query, args, after);

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    if (error instanceof InvalidFields) return error.faults.map(({ path, code }) => `${path}: ${code}`).join();
    throw error;
  }
  return 'taken';
};

describe('a cursor', () => {
  it('leads on from where a page ended', () => expect(cursors.page(query, args, { cursor, limit: '20' })).toEqual({ after: [...after], size: 20 }));
  it('is the same on another node, and for arguments in another order', () =>
    expect(new Cursors({ key: Buffer.alloc(32, 7) }).page(query, { at: args.at, post: args.post }, { cursor })).toEqual({ after: [...after], size: 50 }));
  it('is not needed for the first page', () => expect(cursors.page(query, args, {})).toEqual({ size: 50 }));
  it('travels in an address as it is', () => expect(encodeURIComponent(cursor)).toBe(cursor));

  it.each<[string, () => unknown]>([
    ['of another query', () => cursors.page('access.overdue', args, { cursor })],
    ['of the same query with other arguments', () => cursors.page(query, { ...args, post: 'p2' }, { cursor })],
    ['of the same query with fewer arguments', () => cursors.page(query, { post: 'p1' }, { cursor })],
    ['of another server', () => new Cursors({ key: randomBytes(32) }).page(query, args, { cursor })],
    ['with another place in it', () => cursors.page(query, args, { cursor: `${Buffer.from('[0]').toString('base64url')}.${cursor.split('.')[1]}` })],
    ['cut short', () => cursors.page(query, args, { cursor: cursor.slice(0, -1) })],
    ['with an altered seal', () => cursors.page(query, args, { cursor: cursor.slice(0, -2) + (cursor.endsWith('AA') ? 'BB' : 'AA') })],
    ['longer than any', () => cursors.page(query, args, { cursor: 'a'.repeat(3_000) })],
    ['that is none', () => cursors.page(query, args, { cursor: 'next' })],
    ['sent twice', () => cursors.page(query, args, { cursor: [cursor, cursor] })],
  ])('%s is refused', (_, act) => expect(codeOf(act)).toBe('cursor-from-elsewhere'));

  it('cannot be changed in any character', () => {
    for (let at = 0; at < cursor.length - 1; at++) {
      const changed = `${cursor.slice(0, at)}${cursor[at] === 'x' ? 'y' : 'x'}${cursor.slice(at + 1)}`;
      expect(codeOf(() => cursors.page(query, args, { cursor: changed }))).toBe('cursor-from-elsewhere');
    }
  });

  it('needs a key that cannot be guessed', () => expect(() => new Cursors({ key: Buffer.alloc(16) })).toThrow('16 bytes'));
});

describe('the size of a page', () => {
  it.each([
    ['many', 'limit: not-an-integer'],
    ['', 'limit: not-an-integer'],
    ['-1', 'limit: not-an-integer'],
    ['0', 'limit: too-small'],
    ['201', 'limit: too-large'],
    ['200', 'taken'],
  ])('"%s" is %s', (limit, expected) => expect(codeOf(() => cursors.page(query, args, { limit }))).toBe(expected));

  it('is the one of the question, where that has its own', () => {
    expect(cursors.page(query, args, { limit: '5000' }, { max: 5_000 })).toEqual({ size: 5_000 });
    expect(codeOf(() => cursors.page(query, args, { limit: '5001' }, { max: 5_000 }))).toBe('limit: too-large');
  });
});
