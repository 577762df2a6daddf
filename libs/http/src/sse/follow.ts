import type { Changes, Subscription } from './changes.ts';
import type { EventWriter } from './writer.ts';

const silence = Symbol('silence');
const over = Symbol('over');

/** Sends what one reader may read until the source, the session or the signal ends. */
export async function follow(
  writer: EventWriter,
  after: bigint | undefined,
  subscription: Subscription,
  heartbeat: number,
  signal: AbortSignal,
): Promise<void> {
  const { source, stillOpen = () => true } = subscription;
  const changes = source(after, signal)[Symbol.asyncIterator]();
  const aborted = new Promise<typeof over>((resolve) => signal.addEventListener('abort', () => resolve(over), { once: true }));
  let told = after;
  let seen = after;
  let next = changes.next();
  try {
    while (!signal.aborted && !writer.gone) {
      const found = await firstOf(next, heartbeat, aborted);
      if (found === over || !(await stillOpen())) return;
      if (found === silence) {
        if (seen !== undefined && seen !== told) await writer.passed((told = seen), signal);
        else await writer.heartbeat(signal);
        continue;
      }
      if (found.done) return;
      next = changes.next();
      seen = found.value.position;
      if (await send(writer, found.value, subscription, signal)) told = seen;
    }
  } finally {
    // The read that is still waiting ends with the signal; what it then says concerns nobody.
    next.catch(() => undefined);
    void changes.return?.().catch(() => undefined);
  }
}

/** True when something was sent. */
async function send(writer: EventWriter, { position, changes }: Changes, { mayRead }: Subscription, signal: AbortSignal): Promise<boolean> {
  const readable = [];
  for (const change of changes) if (await mayRead(change)) readable.push(change);
  for (const [index, change] of readable.entries()) await writer.change(change, signal, index === readable.length - 1 ? position : undefined);
  return readable.length > 0;
}

async function firstOf<T>(
  next: Promise<IteratorResult<T>>,
  heartbeat: number,
  aborted: Promise<typeof over>,
): Promise<IteratorResult<T> | typeof silence | typeof over> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<typeof silence>((resolve) => (timer = setTimeout(() => resolve(silence), heartbeat)));
  try {
    return await Promise.race([aborted, next, silent]);
  } finally {
    clearTimeout(timer);
  }
}
