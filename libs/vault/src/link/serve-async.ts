import { parentPort } from 'node:worker_threads';
import { toPort } from '../errors.ts';
import { answerOf, type FromWorker, type Outcome, type Request } from './serve.ts';

type Inputs<Ops, K extends keyof Ops> = Ops[K] extends (input: infer Input) => unknown ? Input : never;
type Results<Ops, K extends keyof Ops> = Ops[K] extends (input: never) => infer Result ? Awaited<Result> : never;

/** `each`: at once, several side by side. `together`: one group at a time; what comes meanwhile is the next group. */
export type AsyncHandlers<Ops> = {
  readonly [K in keyof Ops]:
    | { readonly each: (input: Inputs<Ops, K>) => Promise<Results<Ops, K>> }
    | { readonly together: (inputs: readonly Inputs<Ops, K>[]) => Promise<readonly Outcome<Results<Ops, K>>[]> };
};

export interface AsyncServed<Ops> {
  readonly ready: unknown;
  readonly handlers: AsyncHandlers<Ops>;
  readonly close: () => Promise<void>;
}

type AnyHandler =
  { readonly each: (input: unknown) => Promise<unknown> } | { readonly together: (inputs: readonly unknown[]) => Promise<readonly Outcome<unknown>[]> };

/** Requests that one group holds at most: a group is one transaction, and others wait for it. */
const largestGroup = 256;

/** As `serve`, for work that waits for a server: the same messages cross the port. */
export async function serveAsync<Ops>(open: () => Promise<AsyncServed<Ops>>): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('serveAsync() belongs into a worker thread.');
  const say = (message: FromWorker) => port.postMessage(message);
  const settled = ({ id }: Request, outcome: Outcome<unknown>) => say({ answers: [answerOf(id, outcome)] });
  try {
    const { ready, handlers, close } = await open();
    // The one place where the operations' types are erased: what comes out of a port is untyped by nature.
    const erased = handlers as unknown as Readonly<Record<string, AnyHandler>>;
    const groups = new Map<string, Request[]>();

    const inGroups = async (op: string, together: (inputs: readonly unknown[]) => Promise<readonly Outcome<unknown>[]>): Promise<void> => {
      for (const waiting = groups.get(op); waiting && waiting.length > 0;) {
        const group = waiting.splice(0, largestGroup);
        const outcomes = await together(group.map(({ input }) => input)).catch((error: unknown) => group.map(() => ({ error })));
        say({ answers: group.map(({ id }, index) => answerOf(id, outcomes[index] ?? { error: new Error('No outcome.') })) });
      }
      groups.delete(op);
    };

    const take = (request: Request): void => {
      const handler = erased[request.op];
      if (!handler) throw new Error(`This worker has no operation "${request.op}".`);
      if ('each' in handler) {
        handler.each(request.input).then(
          (value) => settled(request, { value }),
          (error: unknown) => settled(request, { error }),
        );
        return;
      }
      const waiting = groups.get(request.op);
      if (waiting) return void waiting.push(request);
      groups.set(request.op, [request]);
      // Whatever came in the same message goes together.
      queueMicrotask(() => void inGroups(request.op, handler.together));
    };

    port.on('message', (requests: readonly Request[]) => {
      if (requests.length > 0) return requests.forEach(take);
      void close().finally(() => port.close());
    });
    say({ ready });
  } catch (error) {
    say({ failed: toPort(error) });
    port.close();
  }
}
