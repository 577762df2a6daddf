import { Command } from 'commander';
import { print, withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

interface Rebuilt {
  readonly context: string;
  readonly events: number;
  readonly eventsPerSecond: number;
}

const printRebuilt = (rebuilt: readonly Rebuilt[]): void => {
  for (const { context, events, eventsPerSecond } of rebuilt) print(`${context}: ${events} events, ${eventsPerSecond} a second`);
};

export const rebuildCommand = (): Command =>
  withExamples(
    new Command('rebuild').argument('[contexts...]', 'such as access; all when none is named').action(async (contexts: readonly string[]) => {
      const tell = tellTerminal();
      const { rebuilt } = (await runOperation('rebuild', contexts.length > 0 ? { contexts } : {}, tell)) as { rebuilt: readonly Rebuilt[] };
      tell.done();
      printRebuilt(rebuilt);
    }),
    'saksi rebuild',
    'saksi rebuild access',
  );

export const parkedCommand = (): Command => {
  const parked = new Command('parked');
  parked.addCommand(
    withExamples(
      new Command('list').description('List them, with the error of the first of each stream.').action(async () => {
        const { parked: events } = (await runOperation('parked.list', {}, tellTerminal())) as {
          parked: readonly { context: string; projection: string; stream: string; revision: number; type: string; error: string | null }[];
        };
        if (events.length === 0) print('No event is parked.');
        for (const { context, projection, stream, revision, type, error } of events)
          print(`${context}.${projection} ${stream}@${revision} ${type}: ${error ?? 'waits for an earlier event of its stream'}`);
      }),
      'saksi parked list',
    ),
  );
  parked.addCommand(
    withExamples(
      new Command('retry').description('Rebuild the views that parked them. Exit 1 when some are still parked.').action(async () => {
        const tell = tellTerminal();
        const { rebuilt, parked: left } = (await runOperation('parked.retry', {}, tell)) as { rebuilt: readonly Rebuilt[]; parked: number };
        tell.done();
        printRebuilt(rebuilt);
        print(left === 0 ? 'No event is parked.' : `${left} events are still parked.`);
        if (left > 0) process.exitCode = 1;
      }),
      'saksi parked retry',
    ),
  );
  return parked;
};
