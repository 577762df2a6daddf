import { command } from './command.ts';
import type { Look } from './command.ts';
import { event } from './event.ts';
import { stream } from './stream.ts';

const counted = event('test.counted.v1')<{ by: number }>();
const counter = stream<number, ReturnType<typeof counted>>({ kind: 'counter', initial: 0, evolve: { 'test.counted.v1': (sum, { by }) => sum + by } });
const others = (): Look<readonly string[]> => ({ look: 'test.others', args: {} });

class Count {
  counter!: string;
  by!: number;
}

const count = command(Count)({
  name: 'test.count',
  summary: 'Counts.',
  records: 'order',
  roles: ['guard'],
  scope: () => 'anyone',
  writes: { counter: (c) => counter.at(c.counter) },
  looks: { others: () => others() },
  objections: {
    'test.too-many': ({ by }, { counter }) => counter + by > 3,
    'test.not-alone': (_, { others }) => others.length > 0 && { others },
    // @ts-expect-error -- what is known has its own types: a number has no length
    'test.never-text': (_, { counter }) => counter.length > 0,
    // @ts-expect-error -- a name that the slice did not declare is unknown, also when it leaves `reads` out
    'test.never-declared': (_, { neighbour }) => neighbour === 1,
  },
  record: ({ by }) => [counted({ by })],
});

describe('command', () => {
  const circumstances = { commandId: '', actor: { user: '', role: 'guard' }, effectiveAt: 0, recordedAt: 0 } as const;
  const asked = { counter: '018c2207-0000-7000-8000-000000000001', by: 2 };

  it('carries the class, and has no reads or looks where none are declared', () => {
    expect(count.command).toBe(Count);
    expect(count.reads).toEqual({});
  });

  it('objects by code, from the command and what is known', () => {
    expect(count.objections['test.too-many'](asked, { counter: 2, others: [] }, circumstances)).toBe(true);
    expect(count.objections['test.not-alone'](asked, { counter: 0, others: ['a'] }, circumstances)).toEqual({ others: ['a'] });
  });

  it('records events of the written stream', () => expect(count.record(asked, { counter: 0, others: [] }, circumstances)).toEqual([counted({ by: 2 })]));
});
