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
  readonly decidedOn: { readonly streams: Readonly<Record<string, number>>; readonly looks?: Readonly<Record<string, string>> };
}

/** The one stream that receives the slice's events. */
export function writtenStream<C extends object>(slice: CommandSlice<C>, command: C): { name: string; ref: StreamRef<unknown, Fact> } {
  const [entry] = Object.entries(slice.writes);
  if (!entry) throw new TypeError(`${slice.name} writes no stream.`);
  return { name: entry[0], ref: entry[1](command) as StreamRef<unknown, Fact> };
}

/** Loads what the slice reads and asks its looks, all at once. @throws TooManyReads */
export async function gather<C extends object>(
  slice: CommandSlice<C>,
  command: C,
  circumstances: Circumstances,
  from: { readonly streams: StreamCache; readonly looks: Looks; readonly streamsPerRead: number },
): Promise<Knowledge> {
  const written = writtenStream(slice, command);
  const streams: Record<string, number> = {};
  const load = async (ref: StreamRef<unknown, Fact>): Promise<unknown> => {
    const folded = await from.streams.load(ref);
    streams[ref.name] = folded.revision;
    return folded.state;
  };
  const reads = Object.entries(slice.reads).map(async ([name, read]) => {
    const refs = read(command);
    if (!Array.isArray(refs)) return [name, await load(refs as StreamRef<unknown, Fact>)] as const;
    if (refs.length > from.streamsPerRead) throw new TooManyReads(name, refs.length, from.streamsPerRead);
    return [name, await Promise.all(refs.map(load))] as const;
  });
  const looks = Object.entries(slice.looks).map(async ([name, look]) => [name, await from.looks.ask(look(command, circumstances))] as const);
  const [folded, readStates, answers] = await Promise.all([from.streams.load(written.ref), Promise.all(reads), Promise.all(looks)]);
  streams[written.ref.name] = folded.revision;
  return {
    known: { ...Object.fromEntries(readStates), ...Object.fromEntries(answers.map(([name, { answer }]) => [name, answer])), [written.name]: folded.state },
    written: { ...written, folded },
    decidedOn: { streams, ...(answers.length > 0 && { looks: Object.fromEntries(answers.map(([name, { position }]) => [name, position.toString()])) }) },
  };
}
