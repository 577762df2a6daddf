import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#kernel';
import type { IntentAnswer, IntentFileChoice, IntentRequest } from './messages.ts';
import { IntentFile } from './worker/intent-file.ts';

/* The thread of a node's own file of intents. What waits while it commits is the next message. */
const { file, keptFor, pruneEvery } = workerData as IntentFileChoice;
const intents = new IntentFile(file, systemClock.now());

const together = 500;
/** Between two prunings of so many, ms: commands come first. */
const betweenPrunings = 50;

parentPort?.on('message', ({ n, intents: intended, commands }: IntentRequest) => {
  parentPort?.postMessage(answer(n, intended, commands));
});
if (keptFor !== undefined) prune(keptFor);

function answer(n: number, intended: IntentRequest['intents'], commands: IntentRequest['commands']): IntentAnswer {
  try {
    return { n, standing: intents.keep(intended, systemClock.now()), found: commands.map((command) => intents.of(command)) };
  } catch (error) {
    return { n, failed: error instanceof Error ? error.message : String(error) };
  }
}

function prune(age: number): void {
  let gone = 0;
  try {
    gone = intents.prune(systemClock.now() - age, together);
  } catch {
    // A disk without room, for example: whoever keeps an intent says so, and it is tried again.
  }
  setTimeout(() => prune(age), gone === together ? betweenPrunings : pruneEvery).unref();
}
