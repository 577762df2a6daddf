import { readdirSync, readFileSync } from 'node:fs';
import type { AnyStream, Metadata } from '#kernel';

/**
 * One event of each type and version as it was once written; another one, `<type>.<what>.json`, where it has come to say
 * more. These files never change: a log holds such events for ever.
 */
interface Frozen {
  readonly type: string;
  readonly data: object;
  readonly metadata: Metadata;
}

export interface HistoryOfContext {
  readonly context: string;
  /** Where the frozen events are: `new URL('history/', import.meta.url)`. */
  readonly folder: URL;
  readonly streams: readonly AnyStream[];
  /** Names of fields that hold personal values, and the types in which such a name means something else. */
  readonly personal: { readonly fields: RegExp; readonly butNotIn: readonly string[] };
}

/** Registers the tests that hold for every context's frozen events. */
export function describeHistory({ context, folder, streams, personal }: HistoryOfContext): void {
  /** `guest-left.v1.json`, `guest-left.v1.by-another-door.json`. */
  const typeIn = (file: string): string => `${context}.${/^[a-z-]+\.v\d+/.exec(file)?.[0] ?? file}`;
  const files = readdirSync(folder);
  const byFile = files.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Frozen] as const);
  const frozen = byFile.map(([, event]) => event).sort((one, other) => one.metadata.recordedAt - other.metadata.recordedAt);
  const known = streams.flatMap(({ evolve }) => Object.keys(evolve));

  describe(`what ${context} ever wrote`, () => {
    it('is kept, of each type, and nothing else is', () => expect([...new Set(files.map(typeIn))].sort()).toEqual(known.toSorted()));

    it('is kept under its own name', () => expect(byFile.map(([, { type }]) => type)).toEqual(files.map(typeIn)));

    it('belongs to one stream each', () => expect(known.length).toBe(new Set(known).size));

    it.each(streams.map((stream) => [stream.kind, stream] as const))(
      'still adds up in a %s: each event says something, to what was told before or alone',
      (kind, stream) => {
        const initial: unknown = stream.initial;
        const events = frozen.filter(({ type }) => type in stream.evolve);
        expect(events.length).toBeGreaterThan(0);
        events.reduce<unknown>((state, { type, data, metadata }, revision) => {
          const event = { id: metadata.commandId, stream: kind, revision, position: BigInt(revision), type, data, metadata };
          const alone: unknown = stream.fold(initial, event);
          const next: unknown = stream.fold(state, event);
          expect({ type, after: [next, alone] }).not.toEqual({ type, after: [state, initial] });
          return next;
        }, initial);
      },
    );

    it('holds personal values as commitments only', () => {
      const open = frozen
        .filter(({ type }) => !personal.butNotIn.includes(type))
        .flatMap(({ type, data }) => Object.entries(data).map(([field, value]) => ({ type, field, value: String(value) })))
        .filter(({ field, value }) => personal.fields.test(field) && !/^[0-9a-f]{64}$/.test(value));
      expect(open).toEqual([]);
    });
  });
}
