import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { toPort, type PortedError } from '../errors.ts';

/** What crosses the port to the worker, several at once. */
export interface Request {
  readonly id: number;
  readonly op: string;
  readonly input: unknown;
}

export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: PortedError };
export type FromWorker = { readonly ready: unknown } | { readonly failed: PortedError } | { readonly answers: readonly Answer[] };

/** How one of several requests that were done together ended. */
export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

type Inputs<Ops, K extends keyof Ops> = Ops[K] extends (input: infer Input) => unknown ? Input : never;
type Results<Ops, K extends keyof Ops> = Ops[K] extends (input: never) => infer Result ? Result : never;

/** `each`: one at a time. `together`: all that wait, in one transaction; one outcome for each, in order. */
export type Handlers<Ops> = {
  readonly [K in keyof Ops]:
    | { readonly each: (input: Inputs<Ops, K>) => Results<Ops, K> }
    | { readonly together: (inputs: readonly Inputs<Ops, K>[]) => readonly Outcome<Results<Ops, K>>[] };
};

export interface Served<Ops> {
  readonly ready: unknown;
  readonly handlers: Handlers<Ops>;
  /** Closes the files. */
  readonly close: () => void;
}

type AnyHandler = { readonly each: (input: unknown) => unknown } | { readonly together: (inputs: readonly unknown[]) => readonly Outcome<unknown>[] };

export const answerOf = (id: number, outcome: Outcome<unknown>): Answer =>
  'error' in outcome ? { id, error: toPort(outcome.error) } : { id, value: outcome.value };

function attempt(work: () => unknown): Outcome<unknown> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** Everything that waits at the port joins what is done now: the group commit. */
function* waiting(port: MessagePort, first: readonly Request[]): Iterable<Request> {
  yield* first;
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) yield* next.message as readonly Request[];
}

function work(handlers: Readonly<Record<string, AnyHandler>>, requests: readonly Request[]): Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at < requests.length;) {
    const { id, op, input } = requests[at] as Request;
    const handler = handlers[op];
    if (!handler) throw new Error(`This worker has no operation "${op}".`);
    if ('each' in handler) {
      answers.push(
        answerOf(
          id,
          attempt(() => handler.each(input)),
        ),
      );
      at++;
      continue;
    }
    let end = at + 1;
    while (end < requests.length && requests[end]?.op === op) end++;
    const group = requests.slice(at, end);
    const outcomes = handler.together(group.map((request) => request.input));
    group.forEach((request, index) => answers.push(answerOf(request.id, outcomes[index] ?? { error: new Error('No outcome.') })));
    at = end;
  }
  return answers;
}

/** Opens what the worker works on, says that it is ready, and answers until it is told to close: a message of no requests. */
export function serve<Ops>(open: () => Served<Ops>): void {
  const port = parentPort;
  if (!port) throw new Error('serve() belongs into a worker thread.');
  const say = (message: FromWorker) => port.postMessage(message);
  try {
    const { ready, handlers, close } = open();
    // The one place where the operations' types are erased: what comes out of a port is untyped by nature.
    const erased = handlers as unknown as Readonly<Record<string, AnyHandler>>;
    port.on('message', (first: readonly Request[]) => {
      const requests = [...waiting(port, first)];
      if (requests.length > 0) return say({ answers: work(erased, requests) });
      close();
      port.close();
    });
    say({ ready });
  } catch (error) {
    say({ failed: toPort(error) });
    port.close();
  }
}
