import { parseJson } from '../canonical.ts';
import { LogsDiffer } from '../errors.ts';
import type { EventStore, KeptReceipt, StoredEvent } from '../port.ts';
import { digestOf, type LogDigest } from './digest.ts';

export interface CopyTelling {
  /** What is being done, how far in the source that is, and where the source ends. */
  readonly progress: (what: 'copy' | 'check the source' | 'check the copy', events: number, position: bigint, head: bigint) => void;
  readonly signal?: AbortSignal;
}

export interface Copied {
  /** Events that this run copied; those that stood there before are not counted. */
  readonly events: number;
  readonly appends: number;
  readonly seconds: number;
  /** Of that, how long the target took for its appends. */
  readonly targetSeconds: number;
  readonly digest: LogDigest;
}

const most = { events: 500, bytes: 512 << 10 };

/**
 * Copies a log into another, in its order, with the same streams, ids, types and bytes, and with the receipts of its
 * commands. It may be stopped at any instant and run again: it goes on after the last event that the target has. Nobody
 * may append to either meanwhile. Afterwards both are read whole, and must have the same digest.
 * @throws LogsDiffer when the target holds something else than a beginning of the source
 */
export async function copyLog(from: EventStore, to: EventStore, telling: CopyTelling): Promise<Copied> {
  const head = await from.head();
  const started = performance.now();
  let [events, appends, targetMs] = [0, 0, 0];
  for await (const { group, first, receipt } of withReceipts(from, groupsOf(from, await resumeAfter(from, to)))) {
    telling.signal?.throwIfAborted();
    const before = performance.now();
    await to.append(first.stream, group, first.revision === 0 ? 'none' : first.revision - 1, receipt && { receipt });
    targetMs += performance.now() - before;
    events += group.length;
    appends += 1;
    telling.progress('copy', events, group.at(-1)?.position ?? 0n, head);
  }
  const seconds = (performance.now() - started) / 1_000;
  const digest = await sameDigest(from, to, telling, head);
  return { events, appends, seconds, targetSeconds: targetMs / 1_000, digest };
}

/** The position in the source of the last event that the target has; 0n: it is empty. */
async function resumeAfter(from: EventStore, to: EventStore): Promise<bigint> {
  for await (const [last] of to.readAll({ direction: 'backwards', limit: 1 })) {
    if (!last) break;
    for await (const [same] of from.readStream(last.stream, { from: last.revision, limit: 1 })) if (same?.id === last.id) return same.position;
    throw new LogsDiffer(`The target holds event ${last.revision} of ${last.stream}, which the source does not: it is another log. Name an empty one.`);
  }
  return 0n;
}

/** Consecutive events of one stream and one command, as they were appended: one receipt each. */
async function* groupsOf(from: EventStore, after: bigint): AsyncGenerator<readonly StoredEvent[]> {
  let [group, command, bytes]: [StoredEvent[], string | undefined, number] = [[], undefined, 0];
  for await (const batch of from.readAll({ from: after })) {
    for (const event of batch) {
      const size = event.data.byteLength + event.metadata.byteLength;
      const itsCommand = commandOf(event);
      const fits = event.stream === group[0]?.stream && itsCommand === command && group.length < most.events && bytes + size <= most.bytes;
      if (!fits && group.length > 0) {
        yield group;
        [group, bytes] = [[], 0];
      }
      group.push(event);
      command = itsCommand;
      bytes += size;
    }
  }
  if (group.length > 0) yield group;
}

interface ToCopy {
  readonly group: readonly StoredEvent[];
  readonly first: StoredEvent;
  readonly receipt: KeptReceipt | undefined;
}

/** Groups whose receipts are asked for before it is their turn: the target is not to wait for the source. */
const ahead = 32;

async function* withReceipts(from: EventStore, groups: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<ToCopy> {
  const coming: Promise<ToCopy>[] = [];
  for await (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const asked = receiptOf(from, first).then((receipt) => ({ group, first, receipt }));
    // Who stops before its turn does not hear of a failure.
    asked.catch(() => undefined);
    coming.push(asked);
    const next = coming.length > ahead ? coming.shift() : undefined;
    if (next) yield await next;
  }
  for (const next of coming) yield await next;
}

/** A command's receipt goes with its first events; the rest of a command too large for one append needs none. */
async function receiptOf(from: EventStore, first: StoredEvent): Promise<KeptReceipt | undefined> {
  const command = commandOf(first);
  const receipt = command === undefined ? undefined : await from.receipt(command);
  return receipt?.stream === first.stream && receipt.firstRevision === first.revision ? receipt : undefined;
}

function commandOf({ metadata }: StoredEvent): string | undefined {
  try {
    const { commandId } = parseJson(metadata) as { commandId?: unknown };
    return typeof commandId === 'string' ? commandId : undefined;
  } catch {
    return undefined;
  }
}

async function sameDigest(from: EventStore, to: EventStore, { progress, signal }: CopyTelling, head: bigint): Promise<LogDigest> {
  const source = await digestOf(from, (events, position) => progress('check the source', events, position, head), signal);
  const end = await to.head();
  const copy = await digestOf(to, (events, position) => progress('check the copy', events, position, end), signal);
  if (source.sha256 !== copy.sha256)
    throw new LogsDiffer(
      `The copy is not the source: ${copy.events} events with digest ${copy.sha256}, where the source has ${source.events} with ${source.sha256}.`,
    );
  return copy;
}
