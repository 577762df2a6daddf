import type { Fact, Metadata, Recorded } from '#kernel';
import { canonicalBytes, parseJson } from './canonical.ts';
import type { NewEvent, StoredEvent } from './port.ts';

/** A fact and its metadata as bytes for the port. @throws NotCanonical */
export const toNewEvent = (id: string, { type, data }: Fact, metadata: Metadata): NewEvent => ({
  id,
  type,
  data: canonicalBytes(data),
  metadata: canonicalBytes(metadata),
});

/** The facts of one command, which have their metadata in common: written once. @throws NotCanonical */
export function toNewEvents(ids: readonly string[], facts: readonly Fact[], metadata: Metadata): readonly NewEvent[] {
  const bytes = canonicalBytes(metadata);
  return facts.map(({ type, data }, index) => ({ id: ids[index] ?? '', type, data: canonicalBytes(data), metadata: bytes }));
}

/** An event of the log, decoded. @throws UnreadableEvent when its bytes are not what Saksi writes */
export function toRecorded({ id, stream, revision, position, type, data, metadata }: StoredEvent): Recorded {
  const [readData, readMetadata] = [parsed(data), parsed(metadata)];
  if (!isRecord(readData) || !isMetadata(readMetadata)) throw new UnreadableEvent(stream, revision);
  return { id, stream, revision, position, type, data: readData, metadata: readMetadata };
}

/** An event's bytes are not JSON, or not of Saksi's shape: another program wrote it, or the file is damaged. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  readonly stream: string;
  readonly revision: number;
  constructor(stream: string, revision: number) {
    super(`Event ${revision} of stream ${stream} is not an event that Saksi wrote: the log is damaged or foreign. Run "saksi doctor".`);
    this.stream = stream;
    this.revision = revision;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looks at what every fold and projection relies on; the rest was checked when it was recorded. */
const isMetadata = (value: unknown): value is Metadata =>
  isRecord(value) &&
  typeof value['commandId'] === 'string' &&
  typeof value['occurredAt'] === 'string' &&
  typeof value['effectiveAt'] === 'number' &&
  typeof value['recordedAt'] === 'number' &&
  isRecord(value['actor']);
