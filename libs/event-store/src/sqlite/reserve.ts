import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** How long the disk is believed to be as free as it was, ms. */
const lookEvery = 10;

/**
 * Space put by for a full disk. While the reserve is missing and cannot be made again, the log takes no events: what is
 * left of the disk is for signing in, reading and `doctor`. It is given up a little before the disk is full, or the vault
 * and the views, which share the disk, would find it full first and nobody would be told to make room.
 */
export class Reserve {
  readonly #file: string;
  readonly #bytes: number;
  #kept: boolean;
  #looked = -Infinity;

  constructor(file: string, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
    this.#kept = bytes === 0 || sizeOf(file) === bytes;
  }

  /** Whether the reserve is there, if need be after making it from space that has come back, and the disk is not nearly full. */
  stands(): boolean {
    if (this.#bytes === 0) return true;
    // Asking the disk at every commit would cost a twentieth of it.
    const now = performance.now();
    if (this.#kept && now - this.#looked < lookEvery) return true;
    this.#looked = now;
    const available = this.#available();
    if (this.#kept && available < this.#least) this.giveUp();
    else this.#kept ||= available >= this.#bytes + 2 * this.#least && this.#make();
    return this.#kept;
  }

  /** With less than this left, the disk counts as full. */
  get #least(): number {
    return Math.min(this.#bytes >> 1, 4 << 20);
  }

  /** Gives the space back when the disk really is full; a log that reached its own limit leaves the reserve alone. */
  giveUp(): void {
    if (this.#bytes === 0 || this.#available() >= this.#bytes) return;
    rmSync(this.#file, { force: true });
    this.#kept = false;
  }

  #available(): number {
    const { bavail, bsize } = statfsSync(dirname(this.#file));
    return bavail * bsize;
  }

  /** Written out with zeros: a file with a hole would reserve nothing. */
  #make(): boolean {
    try {
      const [handle, zeros] = [openSync(this.#file, 'w', 0o600), Buffer.alloc(1 << 20)];
      try {
        for (let left = this.#bytes; left > 0;) left -= writeSync(handle, zeros, 0, Math.min(left, zeros.length));
      } finally {
        closeSync(handle);
      }
      return true;
    } catch {
      rmSync(this.#file, { force: true });
      return false;
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}
