import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Configuration } from '#configuration';

/** MiB. What a thread other than the main one has under way is small, and a command's part in it is soon done with. */
const youngOfThreads = 2;
/** MiB. A thread that has loaded its modules holds some five; V8 would let 255 come together before it looks the first time. */
const oldOfThreads = 8;

/** ms. A start is over by then; one that is not is only slower for it. */
const untilBounded = 2_000;

let bounded = false;

/**
 * Keeps the heaps of all threads near what lives in them. V8 measures its patience by the machine's memory: on a large one
 * it lets 60 MiB of live objects become 190 MiB before it looks. It asks for the growth at each collection, so that it
 * holds for the threads that are already there too; for the sizes it asks when a thread is started. The growth comes when
 * the start is over: Node's own modules lie compiled in its program, for flags as the process was started with, and every
 * thread that starts under others compiles them again. docs/adr/0104-a-start-from-what-is-compiled.md
 */
export function boundHeaps({ SAKSI_HEAP_GROWTH }: Configuration): void {
  setFlagsFromString(`--max-semi-space-size=${youngOfThreads}`);
  if (bounded) return;
  bounded = true;
  setTimeout(() => {
    setFlagsFromString(`--heap-growing-percent=${SAKSI_HEAP_GROWTH}`);
    setFlagsFromString(`--initial-old-space-size=${oldOfThreads}`);
    clearUp();
  }, untilBounded).unref();
}

/**
 * Clears this thread's heap up. The bound is set at a collection for the time until the next one, and the last one was
 * while the modules were loaded, before there was a bound: without this the heap first grows to 130 MiB.
 */
function clearUp(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  setFlagsFromString('--no-expose-gc');
}
