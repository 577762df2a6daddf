import type { Circumstances, CommandSlice, Fact, Look, StreamRef } from '#kernel';
import { TooManyReads } from './errors.ts';
import type { Folded, StreamCache } from './stream-cache.ts';

/** Answers looks from this node's projections, after this process's own last append. Implemented by read-models. */
export interface Looks {
  ask<Answer>(look: Look<Answer>): Promise<{ readonly answer: Answer; readonly position: bigint }>;
}

/** What a decision is made on, and what it will say that it was made on. */
export interface Knowledge {
  readonly known: Readonly<Record<string, unknown>>;
  readonly written: { readonly name: string; readonly ref: StreamRef<unknown, Fact>; readonly folded: Folded };
  /** Nobody has looked whether the written stream has events: an append that expects none will show it. */
  readonly presumedNew: boolean;
  readonly decidedOn: { readonly streams: Readonly<Record<string, number>>; readonly looks?: Readonly<Record<string, string>> };
}

type Ref = StreamRef<unknown, Fact>;

/** The one stream that receives the slice's events. */
export function writtenStream<C extends object>(slice: CommandSlice<C>, command: C): { name: string; ref: Ref } {
  for (const name in slice.writes) {
    const write = slice.writes[name];
    if (write) return { name, ref: write(command) as Ref };
  }
  throw new TypeError(`${slice.name} writes no stream.`);
}

/**
 * Loads what the slice reads and asks its looks, all at once; what is folded already is taken without waiting.
 * `presumeNew`: a written stream of which nothing is known is taken for one that has no event.
 * @throws TooManyReads
 */
export async function gather<C extends object>(
  slice: CommandSlice<C>,
  command: C,
  circumstances: Circumstances,
  from: { readonly streams: StreamCache; readonly looks: Looks; readonly streamsPerRead: number; readonly presumeNew?: boolean },
): Promise<Knowledge> {
  const written = writtenStream(slice, command);
  const refs = refsOf(slice, command, from.streamsPerRead);
  const known: Record<string, unknown> = {};
  // Without a prototype: V8 makes a class of objects for every new name in one that has it, and must clear each away again.
  const streams = Object.create(null) as Record<string, number>;
  const looked: Record<string, string> = {};
  const coming: Promise<void>[] = [];
  const load = (ref: Ref, take: (folded: Folded) => void): void => {
    const taken = (folded: Folded): void => {
      streams[ref.name] = folded.revision;
      take(folded);
    };
    const folded = from.streams.folded(ref);
    if (folded) taken(folded);
    else coming.push(from.streams.load(ref).then(taken));
  };

  for (const { name, many, read } of refs) {
    if (!many) {
      for (const ref of read) load(ref, ({ state }) => (known[name] = state));
      continue;
    }
    const states: unknown[] = (known[name] = new Array<unknown>(read.length));
    for (const [index, ref] of read.entries()) load(ref, ({ state }) => (states[index] = state));
  }
  let folded: Folded | undefined = from.presumeNew ? from.streams.presumeNew(written.ref) : undefined;
  const presumedNew = folded !== undefined;
  if (folded) streams[written.ref.name] = folded.revision;
  else load(written.ref, (loaded) => (folded = loaded));
  for (const name in slice.looks) {
    const look = slice.looks[name]?.(command, circumstances);
    if (!look) continue;
    coming.push(
      from.looks.ask(look).then(({ answer, position }) => {
        known[name] = answer;
        looked[name] = position.toString();
      }),
    );
  }
  if (coming.length > 0) await Promise.all(coming);
  if (!folded) throw new TypeError(`${written.ref.name} was not loaded.`);
  known[written.name] = folded.state;
  const hasLooked = Object.keys(looked).length > 0;
  return { known, written: { ...written, folded }, presumedNew, decidedOn: { streams, ...(hasLooked && { looks: looked }) } };
}

interface ReadRefs {
  readonly name: string;
  readonly many: boolean;
  readonly read: readonly Ref[];
}

/** Named before anything is loaded: what is refused here leaves nothing under way. */
function refsOf<C extends object>(slice: CommandSlice<C>, command: C, most: number): readonly ReadRefs[] {
  const found: ReadRefs[] = [];
  for (const name in slice.reads) {
    const read = slice.reads[name]?.(command);
    if (read === undefined) continue;
    const many = Array.isArray(read);
    if (many && read.length > most) throw new TooManyReads(name, read.length, most);
    found.push({ name, many, read: (many ? read : [read]) as readonly Ref[] });
  }
  return found;
}
