import { parentPort, workerData } from 'node:worker_threads';
import type { IntentAnswer, IntentRequest } from './messages.ts';
import { IntentFile } from './worker/intent-file.ts';

/* The thread of a node's own file of intents. What waits while it commits is the next message. */
const { file } = workerData as { readonly file: string };
const intents = new IntentFile(file);

parentPort?.on('message', ({ n, intents: intended, commands }: IntentRequest) => {
  parentPort?.postMessage(answer(n, intended, commands));
});

function answer(n: number, intended: IntentRequest['intents'], commands: IntentRequest['commands']): IntentAnswer {
  try {
    return { n, standing: intents.keep(intended), found: commands.map((command) => intents.of(command)) };
  } catch (error) {
    return { n, failed: error instanceof Error ? error.message : String(error) };
  }
}
