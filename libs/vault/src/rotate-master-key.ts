import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { Clock } from '#kernel';
import type { WorkerLink } from './link/worker-link.ts';
import { loadMasterKey, replaceKeyFile } from './master-key.ts';
import type { ReaderOps } from './store/reader.ts';
import type { WriterOps } from './store/writer.ts';

export interface RotationOptions {
  /** Puts the new key where the next start finds it. Called when all is wrapped by it and the old one is still good. */
  readonly persist?: () => Promise<void> | void;
  /** Told after each step how many keys were wrapped anew so far. */
  readonly onProgress?: (rewrapped: number) => void;
}

interface Parts {
  readonly writer: WorkerLink<WriterOps>;
  readonly reader: WorkerLink<ReaderOps>;
  readonly clock: Clock;
}

/** Between two steps, whatever waits to be kept goes first. */
const atOnce = 500;

async function rewrapAll(writer: WorkerLink<WriterOps>, onProgress?: (rewrapped: number) => void): Promise<void> {
  let rewrapped = 0;
  for (;;) {
    const done = await writer.call('rewrapSome', atOnce);
    if (done === 0) return;
    rewrapped += done;
    onProgress?.(rewrapped);
  }
}

export async function rotate({ writer, reader, clock }: Parts, newKey: Uint8Array, options: RotationOptions): Promise<void> {
  await writer.call('beginRotation', { newKey, now: clock.now() });
  // The reader first: it must be able to open what the writer wraps from here on.
  await reader.call('adopt', newKey);
  await writer.call('adopt', newKey);
  await rewrapAll(writer, options.onProgress);
  await options.persist?.();
  await writer.call('finishRotation', clock.now());
}

/** The vault was opened with the new key of a rotation that a crash interrupted: the key is in place, so it is finished. */
export async function finishRewrapping(writer: WorkerLink<WriterOps>, clock: Clock): Promise<void> {
  await rewrapAll(writer);
  await writer.call('finishRotation', clock.now());
}

/**
 * Changes the master key of a key file: a new key is drawn into `<file>.next`, everything is wrapped by it, and it takes
 * the file's place. Interrupted anywhere, the file opens the vault, and the same call goes on with the same new key.
 */
export async function rotateKeyFile(
  vault: { rotateMasterKey(newKey: Uint8Array, options?: RotationOptions): Promise<void> },
  file: string,
  options: RotationOptions = {},
): Promise<void> {
  const next = `${file}.next`;
  if (!existsSync(next)) replaceKeyFile(next, randomBytes(32));
  const newKey = loadMasterKey({ file: next });
  await vault.rotateMasterKey(newKey, {
    ...options,
    persist: async () => {
      await options.persist?.();
      replaceKeyFile(file, newKey);
    },
  });
  rmSync(next);
}
