import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { HashingBusy } from './errors.ts';

export interface HashingOptions {
  /** KiB of memory for each hash. Default 19,456 (OWASP's first choice for argon2id). */
  readonly memory?: number;
  /** Passes. Default 2. */
  readonly passes?: number;
  /** Hashes computed at once: they share Node's four pool threads with reading files. Default 2. */
  readonly atOnce?: number;
  /** Hashes that may wait. Default 64. */
  readonly waiting?: number;
}

/** argon2id, off the main thread, a bounded number at once. */
export interface Hashing {
  /** A PHC string. @throws HashingBusy */
  hash(secret: string): Promise<string>;
  /** Takes as long without a hash (an unknown account) as with one. @throws HashingBusy */
  fits(phc: string | undefined, secret: string): Promise<boolean>;
  /** Whether the hash was made with other parameters than those of today. */
  isOutdated(phc: string): boolean;
}

/** The same text typed on another keyboard is the same secret (NFKC). */
const normalised = (secret: string): string => secret.normalize('NFKC');

export async function createHashing({ memory = 19_456, passes = 2, atOnce = 2, waiting = 64 }: HashingOptions = {}): Promise<Hashing> {
  const parameters = { memoryCost: memory, timeCost: passes, parallelism: 1 };
  const gate = createGate(atOnce, waiting);
  const nobodys = await hash(randomBytes(32), parameters);

  return {
    hash: (secret) => gate(() => hash(normalised(secret), parameters)),
    fits: async (phc, secret) => (await gate(() => verify(phc ?? nobodys, normalised(secret)))) && phc !== undefined,
    isOutdated(phc) {
      const { memoryCost, timeCost } = parseOptions(phc);
      return memoryCost !== memory || timeCost !== passes;
    },
  };
}

function createGate(atOnce: number, limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (running >= atOnce) {
      if (queue.length >= limit) throw new HashingBusy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await task();
    } finally {
      // The place is handed to the next one without being free in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
