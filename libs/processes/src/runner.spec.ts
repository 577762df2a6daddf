import { Objected, type RecordedCommand } from '#cqrs';
import { openMemoryEventStore } from '#event-store';
import { command, settableClock, stream } from '#kernel';
import { projection } from '#read-models';
import { action, processManager } from './process-manager.ts';
import { ProcessRunner, type RunnerOptions } from './runner.ts';

interface Todo {
  readonly todo: number;
}

class Do {
  todo!: number;
}
const done = command(Do)({
  name: 'spec.do',
  summary: 'A to-do is done.',
  records: 'order',
  roles: ['process:do-them'],
  scope: () => 'everywhere',
  writes: { thing: () => stream<object, never>({ kind: 'thing', initial: {}, evolve: {} }).at('018c2207-0000-7000-8000-000000000001') },
  objections: {},
  record: () => [],
});

const process = processManager({
  name: 'do-them',
  from: projection<{ todo: Todo }>({ name: 'todos', context: 'spec', create: () => [] }),
  due: (db) => db.selectFrom('todo').selectAll().orderBy('todo'),
  act: ({ todo }) => action<Do>({ key: String(todo), slice: done, asked: { todo } }),
});

/** So many to-dos are open; those that `refuses` names are objected to, and stay open. */
function running(open: number, refuses: (todo: number) => boolean) {
  const todos = new Set(Array.from({ length: open }, (_, todo) => todo));
  const [tried, read]: [number[], number[]] = [[], []];
  const readModels = {
    run: (_from, _statement, most = Infinity) => {
      const rows = [...todos].slice(0, most).map((todo) => ({ todo }));
      read.push(rows.length);
      return Promise.resolve({ rows, position: 0n } as never);
    },
    waitFor: () => Promise.resolve(true),
    onChange: () => () => undefined,
  } satisfies RunnerOptions['readModels'];
  const record: RunnerOptions['record'] = (_, asked) => {
    const { todo } = asked as unknown as Todo;
    tried.push(todo);
    if (refuses(todo)) return Promise.reject(new Objected(new Map([['spec.not-now', {}]])));
    todos.delete(todo);
    return Promise.resolve({ position: 1n, repeated: false } as RecordedCommand);
  };
  const trouble: unknown[] = [];
  const runner = new ProcessRunner({
    store: openMemoryEventStore(),
    readModels,
    clock: settableClock(0),
    record,
    processes: [process],
    onTrouble: (_, error) => trouble.push(error),
    batch: 10,
  });
  return { runner, todos, tried, read, trouble };
}

it('takes no more to-dos from the views at a time than it is to do at once, and does them all', async () => {
  const { runner, todos, read, trouble } = running(35, () => false);
  await runner.start();
  await runner.settle();
  expect([todos.size, trouble]).toEqual([0, []]);
  expect(Math.max(...read)).toBe(10);
  await runner.close();
});

it('does what can be done however many of the oldest are objected to, and tries those once', async () => {
  const { runner, todos, tried, trouble } = running(100, (todo) => todo < 40);
  await runner.start();
  await runner.settle();
  expect([...todos]).toEqual(Array.from({ length: 40 }, (_, todo) => todo));
  expect(tried.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, todo) => todo));
  expect(trouble).toEqual([]);
  await runner.close();
});
