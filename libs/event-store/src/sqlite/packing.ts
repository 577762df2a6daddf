import type { NewEvent, StoredEvent } from '../port.ts';
import { columns, type AppendsMessage, type PackedBatch, type PostedAppend } from './messages.ts';
import type { LogQueries, Rows } from './log-queries.ts';

/**
 * How events cross between threads. Cloning an object with three byte arrays costs several microseconds an event; one
 * buffer that is moved, and names that are sent once, cost a fraction.
 */
export function packBytes(events: readonly (readonly NewEvent[])[], bytes: number): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(bytes);
  let offset = 0;
  for (const append of events) {
    for (const { data, metadata } of append) {
      packed.set(data, offset);
      packed.set(metadata, (offset += data.byteLength));
      offset += metadata.byteLength;
    }
  }
  return packed;
}

/** An append as it left, its bytes being views of the message's buffer. */
export interface UnpackedAppend extends PostedAppend {
  readonly events: readonly NewEvent[];
}

export function* unpackAppends({ appends, bytes }: AppendsMessage): Generator<UnpackedAppend> {
  let offset = 0;
  for (const append of appends) {
    const events = append.types.split('\n').map((type, index) => {
      const middle = offset + (append.lengths[2 * index] ?? 0);
      const end = middle + (append.lengths[2 * index + 1] ?? 0);
      const event = { id: append.ids.slice(36 * index, 36 * index + 36), type, data: bytes.subarray(offset, middle), metadata: bytes.subarray(middle, end) };
      offset = end;
      return event;
    });
    yield { ...append, events };
  }
}

export function packRows({ rows, through, head, done }: Rows, queries: LogQueries): PackedBatch {
  const table = new Float64Array(rows.length * columns);
  const [streams, types] = [new Map<number, number>(), new Map<number, number>()];
  let ids = '';
  let cell = 0;
  let size = 0;
  for (const [position, revision, stream, type, id, data, metadata] of rows) {
    ids += id;
    table[cell++] = position;
    table[cell++] = revision;
    table[cell++] = indexIn(streams, stream);
    table[cell++] = indexIn(types, type);
    table[cell++] = data.byteLength;
    table[cell++] = metadata.byteLength;
    size += data.byteLength + metadata.byteLength;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const [, , , , , data, metadata] of rows) {
    bytes.set(data, offset);
    bytes.set(metadata, (offset += data.byteLength));
    offset += metadata.byteLength;
  }
  return { table, ids, streams: [...streams.keys()].map(queries.streamName), types: [...types.keys()].map(queries.typeName), bytes, through, head, done };
}

function indexIn(seen: Map<number, number>, id: number): number {
  const known = seen.get(id);
  if (known !== undefined) return known;
  seen.set(id, seen.size);
  return seen.size - 1;
}

export function unpackEvents({ table, ids, streams, types, bytes }: PackedBatch): StoredEvent[] {
  const events: StoredEvent[] = [];
  let offset = 0;
  for (let cell = 0, id = 0; cell < table.length; cell += columns, id += 36) {
    const middle = offset + (table[cell + 4] ?? 0);
    const end = middle + (table[cell + 5] ?? 0);
    events.push({
      id: ids.slice(id, id + 36),
      type: types[table[cell + 3] ?? 0] ?? '',
      data: bytes.subarray(offset, middle),
      metadata: bytes.subarray(middle, end),
      stream: streams[table[cell + 2] ?? 0] ?? '',
      revision: table[cell + 1] ?? 0,
      position: BigInt(table[cell] ?? 0),
    });
    offset = end;
  }
  return events;
}
