import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import { CannotBeDone } from './operation.ts';

/* What backups and snapshots are: files in a folder of their own, with a manifest that is written last. */

/**
 * The folder, made when it is not there.
 * @throws CannotBeDone when something lies there, or it is inside the data that it would have to outlive
 */
export function emptyFolder(target: string, { data, manifest, holds }: { readonly data: string; readonly manifest: string; readonly holds: string }): string {
  if (existsSync(join(target, manifest))) throw new CannotBeDone(`${target} holds ${holds} already. Name an empty or a new folder.`);
  if (`${target}${sep}`.startsWith(`${data}${sep}`))
    throw new CannotBeDone(`${target} lies in the data folder itself. Name a folder elsewhere, best on another disk.`);
  if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0))
    throw new CannotBeDone(`${target} is not empty. Name an empty or a new folder.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  return target;
}

/** Size and SHA-256 of a file, read in pieces: a log may be larger than the memory. */
export async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return { bytes: statSync(file).size, sha256: hash.digest('hex') };
}

/** Makes a file, or the names in a folder, survive a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a manifest says; undefined when it is not what this schema describes. @throws CannotBeDone when it cannot be read */
export function readManifest<Manifest>(file: string, schema: z.ZodType<Manifest>, unreadable: string): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CannotBeDone(unreadable);
  }
  const parsed = schema.safeParse(parsedJson(text));
  return parsed.success ? parsed.data : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
