import { readdirSync, readFileSync } from 'node:fs';
import type { AnyStream, Metadata } from '#kernel';
import { contradiction } from './contradiction.ts';
import { door } from './door.ts';
import { muster } from './muster.ts';
import { paperPage } from './paper-page.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { shift } from './shift.ts';
import { visit } from './visit.ts';
import { watchlistEntry } from './watchlist.ts';

/** One event of each type and version as it was once written. These files never change: a log holds such events for ever. */
interface Frozen {
  readonly type: string;
  readonly data: object;
  readonly metadata: Metadata;
}

const fileOf = (type: string): string => `${type.replace('access.', '')}.json`;

const folder = new URL('history/', import.meta.url);
const files = readdirSync(folder);
const frozen = files
  .map((file): Frozen => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Frozen)
  .sort((one, other) => one.metadata.recordedAt - other.metadata.recordedAt);

const streams: readonly AnyStream[] = [post, door, shift, visit, muster, watchlistEntry, paperPage, person, contradiction];
const known = streams.flatMap(({ evolve }) => Object.keys(evolve));

describe('what access ever wrote', () => {
  it('is kept, one of each type, and nothing else is', () => expect(files.sort()).toEqual(known.map(fileOf).sort()));

  it('is kept under its own name', () => expect(frozen.map(({ type }) => fileOf(type)).sort()).toEqual(files.sort()));

  it('belongs to one stream each', () => expect(known.length).toBe(new Set(known).size));

  it.each(streams.map(({ kind }) => kind))('still adds up in a %s: each event says something, to what was told before or alone', (kind) => {
    const stream = streams.find((each) => each.kind === kind);
    if (!stream) throw new Error(`No stream of the kind ${kind}.`);
    const { of } = stream.at('018c2207-0000-7000-8000-0000000000a1');
    const initial: unknown = of.initial;
    const events = frozen.filter(({ type }) => type in stream.evolve);
    expect(events.length).toBeGreaterThan(0);
    events.reduce<unknown>((state, { type, data, metadata }, revision) => {
      const event = { id: metadata.commandId, stream: kind, revision, position: BigInt(revision), type, data, metadata };
      const alone: unknown = of.fold(initial, event);
      const next: unknown = of.fold(state, event);
      expect({ type, after: [next, alone] }).not.toEqual({ type, after: [state, initial] });
      return next;
    }, initial);
  });

  it('holds personal values as commitments only', () => {
    const personal = /^(name|identityNumber|organisation|purpose|host|vehicle|items|notes?)$/;
    const open = frozen
      .filter(({ type }) => type !== 'access.post-registered.v1')
      .flatMap(({ type, data }) => Object.entries(data).map(([field, value]) => ({ type, field, value: String(value) })))
      .filter(({ field, value }) => personal.test(field) && !/^[0-9a-f]{64}$/.test(value));
    expect(open).toEqual([]);
  });
});
