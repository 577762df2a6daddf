import { ConcurrencyConflict, DuplicateEventId, InvalidAppend } from '../errors.ts';
import type { EventStore, NewEvent } from '../port.ts';
import { content, idsOf, type Scene } from './scene.ts';

const none: NewEvent = { id: '', type: '', data: new Uint8Array(0), metadata: new Uint8Array(0) };

/** What an append may and may not do. */
export function appendingClauses(scene: () => Scene): void {
  const store = (): EventStore => scene().store;
  let [stream, a, b, c]: [string, NewEvent, NewEvent, NewEvent] = ['', none, none, none];
  beforeEach(() => {
    const { event } = scene();
    [stream, a, b, c] = [scene().stream(), event('a'), event('b'), event('c')];
  });

  describe('create-only', () => {
    it('creates a stream that does not exist', async () => {
      expect(await store().append(stream, [a], 'none')).toEqual({ firstRevision: 0, lastRevision: 0, position: expect.any(BigInt) as bigint, repeated: false });
    });

    it('refuses to create what exists, and writes nothing', async () => {
      await store().append(stream, [a], 'none');
      await expect(store().append(stream, [b], 'none')).rejects.toEqual(new ConcurrencyConflict(stream, 'none', 0));
      expect(idsOf(await scene().readStream(stream))).toEqual([a.id]);
    });
  });

  describe('exact revision', () => {
    it('appends after the expected revision', async () => {
      await store().append(stream, [a, b], 'none');
      expect(await store().append(stream, [c], 1)).toMatchObject({ firstRevision: 2, lastRevision: 2, repeated: false });
      expect((await scene().readStream(stream)).map(({ id, revision }) => [id, revision])).toEqual([
        [a.id, 0],
        [b.id, 1],
        [c.id, 2],
      ]);
    });

    it('tells the actual revision in a conflict', async () => {
      await store().append(stream, [a, b], 'none');
      for (const expected of [0, 2, 9]) {
        const error: unknown = await store()
          .append(stream, [c], expected)
          .catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(ConcurrencyConflict);
        expect(error).toMatchObject({ stream, expected, actual: 1 });
      }
      expect(await scene().readLog()).toHaveLength(2);
    });

    it('tells -1 for a stream that does not exist', async () => {
      await expect(store().append(stream, [a], 0)).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: -1 });
      expect(await scene().readLog()).toEqual([]);
    });

    it('does not let one conflict fail its neighbours', async () => {
      await store().append(stream, [a], 'none');
      const outcomes = await Promise.allSettled([
        store().append(scene().stream('left'), [scene().event('left')], 'none'),
        store().append(stream, [b], 'none'),
        store().append(scene().stream('right'), [scene().event('right')], 'none'),
        store().append(stream, [c], 0),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      expect(idsOf(await scene().readLog())).toEqual([a.id, scene().id('left'), scene().id('right'), c.id]);
    });
  });

  describe('order', () => {
    it('keeps the order of calls, with positions that increase', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `in order ${index}`);
      const results = await Promise.all(
        names.map((name, index) => store().append(scene().stream(`of ${index % 7}`), [scene().event(name)], index < 7 ? 'none' : Math.floor(index / 7) - 1)),
      );
      const log = await scene().readLog();
      expect(idsOf(log)).toEqual(names.map((name) => scene().id(name)));
      expect(results.map(({ position }) => position)).toEqual(log.map(({ position }) => position));
      for (const [index, event] of log.entries()) expect(event.position > (log[index - 1]?.position ?? 0n)).toBe(true);
    });

    it('gives the position of the last event', async () => {
      const { position } = await store().append(stream, [a, b, c], 'none');
      expect((await scene().readStream(stream)).at(-1)?.position).toBe(position);
      expect(await store().head()).toBe(position);
    });
  });

  describe("the caller's mistakes", () => {
    it.each<[string, () => Promise<unknown>]>([
      ['an empty append', () => store().append(stream, [], 'none')],
      ['an id that is no UUID', () => store().append(stream, [{ ...a, id: 'a' }], 'none')],
      ['an id in upper case', () => store().append(stream, [{ ...a, id: a.id.toUpperCase() }], 'none')],
      ['one id twice', () => store().append(stream, [a, b, a], 'none')],
      ['a negative revision', () => store().append(stream, [a], -1)],
      ['half a revision', () => store().append(stream, [a], 0.5)],
      ['a stream without a name', () => store().append('', [a], 'none')],
      ['a type without a name', () => store().append(stream, [{ ...a, type: '' }], 'none')],
    ])('refuses %s, and writes nothing', async (_, append) => {
      await expect(append()).rejects.toBeInstanceOf(InvalidAppend);
      expect(await scene().readLog()).toEqual([]);
      expect(await store().head()).toBe(scene().since);
    });
  });

  describe('repetition', () => {
    it('succeeds again with the original result', async () => {
      const first = await store().append(stream, [a, b], 'none');
      await store().append(stream, [c], 1);
      expect(await store().append(stream, [a, b], 'none')).toEqual({ ...first, repeated: true });
      expect(await store().append(stream, [c], 1)).toMatchObject({ firstRevision: 2, lastRevision: 2, repeated: true });
      expect(idsOf(await scene().readStream(stream))).toEqual(idsOf([a, b, c]));
    });

    it('succeeds again when both are under way at once', async () => {
      const [first, second] = await Promise.all([store().append(stream, [a, b], 'none'), store().append(stream, [a, b], 'none')]);
      expect(second).toEqual({ ...first, repeated: true });
      expect(await scene().readLog()).toHaveLength(2);
    });

    it.each<[string, (scene: Scene) => Parameters<Scene['event']>[1]]>([
      ['data', () => ({ data: { name: 'b', other: true } })],
      ['metadata', ({ id }) => ({ metadata: { commandId: id('b'), other: true } })],
      ['type', () => ({ type: 'access.guest-left.v1' })],
    ])('refuses the same ids with other %s', async (_, other) => {
      await store().append(stream, [a, b], 'none');
      await expect(store().append(stream, [a, scene().event('b', other(scene()))], 'none')).rejects.toEqual(new DuplicateEventId(stream));
      expect((await scene().readStream(stream)).map(content)).toEqual([a, b].map(content));
    });

    it('takes a leading part as repeated', async () => {
      await store().append(stream, [a, b, c], 'none');
      const [first] = await scene().readStream(stream);
      expect(await store().append(stream, [a], 'none')).toEqual({ firstRevision: 0, lastRevision: 0, position: first?.position, repeated: true });
    });

    it('takes a longer or a mixed append as a conflict', async () => {
      await store().append(stream, [a, b], 'none');
      await expect(store().append(stream, [a, b, c], 'none')).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: 1 });
      await expect(store().append(stream, [a, c], 'none')).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: 1 });
      await expect(store().append(stream, [b, a], 'none')).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: 1 });
      expect(idsOf(await scene().readLog())).toEqual(idsOf([a, b]));
    });

    it('takes the same events at another revision as other events', async () => {
      await store().append(stream, [a], 'none');
      await expect(store().append(stream, [a], 3)).rejects.toMatchObject({ name: 'ConcurrencyConflict', actual: 0 });
      expect(await store().append(scene().stream('another'), [a], 'none')).toMatchObject({ repeated: false });
    });
  });

  describe('bytes', () => {
    it('gives back large events to the letter', async () => {
      const large = scene().event('large', { data: { text: 'x'.repeat(700_000) }, metadata: { text: 'Š'.repeat(100_000) } });
      const many = scene().events('many', 1_000);
      await store().append(stream, [large], 'none');
      await store().append(scene().stream('many'), many, 'none');
      expect((await scene().readStream(stream)).map(content)).toEqual([content(large)]);
      expect((await scene().readStream(scene().stream('many'))).map(content)).toEqual(many.map(content));
    });

    it('gives back unicode to the letter', async () => {
      const words = [
        'Kemelak',
        'é',
        'e\u0301',
        'ﬁ',
        'Å',
        'ẛ̣',
        '日本語',
        'سلام',
        '𝔘𝔫𝔦',
        '👩‍👩‍👧',
        '\u0000',
        '\u2028',
        '\uFEFF',
        '\uE000',
        '\u{10FFFF}',
        '"\\/\b\f\n\r\t',
      ];
      const events = words.map((word, index) => scene().event(`word ${index}`, { data: { word, [word]: index } }));
      await store().append(stream, events, 'none');
      expect((await scene().readStream(stream)).map(content)).toEqual(events.map(content));
    });

    it('looks into no bytes: what is not even text comes back', async () => {
      const every = Uint8Array.from({ length: 256 }, (_, index) => index);
      const [odd, nothing] = [
        { ...a, data: every, metadata: every.toReversed() },
        { ...b, data: new Uint8Array(0), metadata: new Uint8Array(0) },
      ];
      await store().append(stream, [odd, nothing], 'none');
      expect((await scene().readStream(stream)).map(content)).toEqual([odd, nothing].map(content));
    });

    it('takes views of a shared buffer and keeps its own copy', async () => {
      const shared = new Uint8Array(64).fill(7);
      await store().append(stream, [{ ...a, data: shared.subarray(8, 16), metadata: shared.subarray(16, 20) }], 'none');
      shared.fill(9);
      expect((await scene().readStream(stream)).map(({ data, metadata }) => [[...data], [...metadata]])).toEqual([[Array(8).fill(7), Array(4).fill(7)]]);
    });
  });
}
