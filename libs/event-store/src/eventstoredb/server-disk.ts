import type { Capabilities } from '../port.ts';
import { within } from './within.ts';

/** What the server says of its disk, bytes. */
export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

export type Room = NonNullable<ReturnType<NonNullable<Capabilities['room']>>>;

const longestLook = 2_000;

/**
 * The disk of the server that keeps the log. EventStoreDB ends when it cannot write, and ends again at the next append
 * after it was started: so nothing is sent to it any more while there is still some room, and it goes on being read
 * (docs/adr/0046).
 */
export class ServerDisk {
  readonly #ask: (within: number) => Promise<DiskSpace | undefined>;
  readonly #least: number;
  #space: DiskSpace | undefined;

  constructor(ask: (within: number) => Promise<DiskSpace | undefined>, least: number) {
    this.#ask = ask;
    this.#least = least;
  }

  /** As it was last seen; undefined: the server does not say. */
  get room(): Room | undefined {
    return this.#space && { ...this.#space, enough: this.#space.free >= this.#least };
  }

  /** Why nothing may be sent, as a sentence; undefined: it may. */
  get full(): string | undefined {
    const { room } = this;
    return room && !room.enough ? sentence(room) : undefined;
  }

  /** A server that does not say how its disk is, or not in time, is one with room. */
  async look(): Promise<void> {
    if (this.#least === 0) return;
    try {
      this.#space = await within(this.#ask(longestLook), longestLook);
    } catch {
      // Who may not ask for statistics, or asks a server that is away, learns nothing; what was known still counts.
    }
  }

  /** Looks again and again until the signal aborts. */
  watch(every: number, signal: AbortSignal): void {
    if (this.#least === 0) return;
    const timer = setInterval(() => void this.look(), every).unref();
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}

const mebibytes = (bytes: number): string => String(Math.floor(bytes / 2 ** 20));

const sentence = ({ free, total }: DiskSpace): string =>
  `The disk of EventStoreDB is full: ${mebibytes(free)} of ${mebibytes(total)} MiB are free. Make room on the server; recording goes on by itself.`;

/** From what the server calls its statistics, such as `sys-drive-/data-availableBytes`. */
export function spaceIn(statistics: Iterable<readonly [string, string]>): DiskSpace | undefined {
  let [free, total]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const [name, value] of statistics) {
    if (!name.startsWith('sys-drive-')) continue;
    if (name.endsWith('-availableBytes')) free = Number(value);
    if (name.endsWith('-totalBytes')) total = Number(value);
  }
  return free === undefined || total === undefined || Number.isNaN(free + total) ? undefined : { free, total };
}
