import { setFlagsFromString } from 'node:v8';
import type { Configuration } from '#configuration';

/**
 * Keeps the heaps of all threads near what lives in them. V8 measures its patience by the machine's memory: on a large one
 * it lets 60 MiB of live objects become 190 MiB before it looks. It asks this flag at each collection, so that it holds
 * from here on, for the threads that are already there too.
 */
export const boundHeaps = ({ SAKSI_HEAP_GROWTH }: Configuration): void => setFlagsFromString(`--heap-growing-percent=${SAKSI_HEAP_GROWTH}`);
