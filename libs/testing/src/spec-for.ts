/* eslint-disable @typescript-eslint/no-explicit-any -- inference helpers over the kernel's slices */
import type { Asked, Fact, Look, StreamRef, TypedCommandSlice, WrittenEvent } from '#kernel';
import { decide } from './decide.ts';
import { currentStack } from './stack.ts';
import type { Example, Outcome, Setting } from './stack.ts';

type EventsOf<Ref> = Ref extends readonly StreamRef<any, infer Event>[]
  ? Readonly<Record<string, readonly Event[]>>
  : Ref extends StreamRef<any, infer Event>
    ? readonly Event[]
    : never;

type GivenStreams<Refs> = { readonly [K in keyof Refs]?: Refs[K] extends (...args: any) => infer Ref ? EventsOf<Ref> : never };
type GivenLooks<Looks> = { readonly [K in keyof Looks]: Looks[K] extends (...args: any) => Look<infer Answer> ? Answer : never };

/** What stands before the command: events by the slice's own names (a list of streams: by id), answers of its looks. */
export type Given<W, R, L> = GivenStreams<W> & GivenStreams<R> & GivenLooks<L>;

interface Expectation<Event extends Fact, Code extends string> {
  /** Recorded, without objection, in both voices. */
  then(...events: readonly Event[]): Promise<void>;
  /** Asked: refused with exactly these codes. Testified: a fact is kept and contradicts them, an order is refused. */
  objects(...codes: readonly Code[]): Promise<void>;
}

export interface Spec<C extends object, W, R, L, Code extends string> {
  given(known: Given<W, R, L>): { when(command: Asked<C>, setting?: Setting): Expectation<WrittenEvent<W> & Fact, Code> };
}

/**
 * One spec, two altitudes, two voices: on the pure decider, and, where the suite has a stack, through authenticated
 * HTTP on a log on disk. A personal value is sent as `{ value }` and expected as `sealed(value)`.
 */
export function specFor<C extends object, W, R, L, Code extends string>(
  slice: TypedCommandSlice<C, W, R, L, Code>,
  defaults: Setting = {},
): Spec<C, W, R, L, Code> {
  return {
    given: (known) => ({
      when: (asked, setting) => {
        const example = exampleOf(slice, known, asked, { ...defaults, ...setting });
        return {
          then: async (...events) => {
            for (const voice of voices) {
              const outcome = await run(example, voice);
              expect(outcome).toEqual({ written: events, contradicts: [] });
            }
          },
          objects: async (...codes) => {
            expect(await run(example, 'asked')).toEqual({ refused: [...codes].sort(), written: [] });
            const testified = await run(example, 'testified');
            if (slice.records === 'order') expect(testified).toEqual({ refused: [...codes].sort(), written: [] });
            else expect(testified).toMatchObject({ contradicts: [...codes].sort() });
            if (slice.records === 'fact') expect(testified.written.length).toBeGreaterThan(0);
          },
        };
      },
    }),
  };
}

const voices = ['asked', 'testified'] as const;

const run = (example: Example, voice: 'asked' | 'testified'): Promise<Outcome> => {
  const stack = currentStack();
  return stack ? stack.run(example, voice) : Promise.resolve(decide(example, voice));
};

function exampleOf(slice: TypedCommandSlice<any, any, any, any, any>, known: object, asked: object, setting: Setting): Example {
  const given = new Map(Object.entries(known));
  const streams = new Map<string, readonly Fact[]>();
  for (const [name, ref] of Object.entries({ ...slice.reads, ...slice.writes })) {
    const refs: unknown = ref(asked);
    const events: unknown = given.get(name) ?? [];
    if (Array.isArray(refs)) for (const each of refs) streams.set(each.name, (events as Record<string, readonly Fact[]>)[each.id] ?? []);
    else streams.set((refs as StreamRef<any, any>).name, events as readonly Fact[]);
  }
  return { slice, streams, looks: Object.fromEntries(Object.keys(slice.looks).map((name) => [name, given.get(name)])), asked, setting };
}
