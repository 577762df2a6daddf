import { createHash } from 'node:crypto';
import type { EventReader, StoredEvent } from '../port.ts';

/** A whole log in one number: the same for every copy of it, whatever its positions. */
export interface LogDigest {
  readonly events: number;
  /** Hex of SHA-256 over every event in order: id, stream, revision, type, metadata and data, each with its length before it. */
  readonly sha256: string;
}

/** Reads the whole log. `told` hears of every batch. */
export async function digestOf(log: EventReader, told: (events: number, position: bigint) => void, signal?: AbortSignal): Promise<LogDigest> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const batch of log.readAll()) {
    signal?.throwIfAborted();
    for (const event of batch) for (const part of partsOf(event)) hash.update(part);
    events += batch.length;
    told(events, batch.at(-1)?.position ?? 0n);
  }
  return { events, sha256: hash.digest('hex') };
}

function* partsOf({ id, stream, revision, type, metadata, data }: StoredEvent): Generator<Uint8Array> {
  for (const text of [id, stream, String(revision), type]) yield* prefixed(Buffer.from(text));
  yield* prefixed(metadata);
  yield* prefixed(data);
}

function* prefixed(bytes: Uint8Array): Generator<Uint8Array> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  yield length;
  yield bytes;
}
