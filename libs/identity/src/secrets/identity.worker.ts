import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Question } from './messages.ts';
import { openSecrets } from './worker/open.ts';
import { operationsOn, type Operations } from './worker/operations.ts';

const { file } = workerData as { readonly file: string };
const port = parentPort;
if (!port) throw new Error('This file is the worker of identity.db and does nothing by itself.');

const db = openSecrets(file);
const operations: Readonly<Record<keyof Operations, (...args: never[]) => unknown>> = operationsOn(db);
let waiting: Question[] = [];

/** Questions that came while a commit was in flight share the next one: one fdatasync for all of them. */
const answerAll = db.transaction((questions: readonly Question[]) => questions.map(answer));
const isolated = db.transaction(({ name, args }: Question) => operations[name](...(args as never[])));

function answer(question: Question): Answer {
  try {
    return { id: question.id, value: isolated(question) };
  } catch (error) {
    return { id: question.id, error: described(error) };
  }
}

const described = (error: unknown): { message: string; code?: string } => {
  const { message, code } = error as { message?: unknown; code?: unknown };
  return { message: typeof message === 'string' ? message : 'unknown', ...(typeof code === 'string' && { code }) };
};

function drain(): void {
  const questions = waiting;
  waiting = [];
  try {
    for (const each of answerAll.immediate(questions)) port?.postMessage(each);
  } catch (error) {
    for (const { id } of questions) port?.postMessage({ id, error: described(error) } satisfies Answer);
  }
}

port.on('message', (question: Question | 'close') => {
  if (question === 'close') {
    if (waiting.length > 0) drain();
    db.close();
    port.close();
    return;
  }
  if (waiting.push(question) === 1) setImmediate(drain);
});
