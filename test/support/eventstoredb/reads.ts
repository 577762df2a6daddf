import { setTimeout as pause } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '#event-store';
import { caughtUpAnswer, checkpointAnswer, confirmed, cutOff, eventAnswer, noBoundary, notLeader, readDenied, streamNotFound } from './answers.ts';
import type { Faults } from './faults.ts';
import type { ServerLog } from './server-log.ts';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Reads of streams and of the log, and subscriptions: the service's one method for all three. */
export function read(log: ServerLog, faults: () => Faults, port: () => number): (call: ReadCall) => void {
  return (call) => {
    call.on('error', () => undefined);
    const options = call.request.getOptions();
    if (options?.hasSubscription()) return void subscribe(call, log, faults);
    switch (faults().read()) {
      case 'no-answer':
        return;
      case 'cut':
        return void call.emit('error', cutOff());
      case 'not-leader':
        return void call.emit('error', notLeader(port()));
      case 'denied':
        return void call.emit('error', readDenied());
      case 'none':
        return void answer(call, log, faults);
    }
  };
}

async function answer(call: ReadCall, log: ServerLog, faults: () => Faults): Promise<void> {
  const options = call.request.getOptions();
  const count = Number(options?.getCount() ?? 0);
  const backwards = options?.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const name = options?.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
  if (options && name) {
    const stream = Buffer.from(name).toString();
    const length = log.lengthOf(stream);
    if (length === 0) {
      call.write(streamNotFound(stream));
      return void call.end();
    }
    const from = options.getStream()?.hasEnd() === true ? length - 1 : Number(options.getStream()?.getRevision() ?? 0);
    return send(call, log.streamEvents(stream, from, backwards), count);
  }
  const position = options?.getAll()?.getPosition();
  const from = position && BigInt(position.getCommitPosition());
  if (from !== undefined && !log.isPlace(from)) return void call.emit('error', noBoundary());
  let left = count;
  for await (const { events } of looked(log.events(from, backwards), call, faults, count)) {
    if (call.cancelled) return;
    for (const event of events.slice(0, left)) call.write(eventAnswer(event));
    left -= events.length;
    if (left <= 0) break;
  }
  call.end();
}

type Events = Iterable<StoredEvent>;

function send(call: ReadCall, events: Events, count: number): void {
  let left = count;
  if (left > 0) {
    for (const event of events) {
      call.write(eventAnswer(event));
      left -= 1;
      if (left === 0) break;
    }
  }
  call.end();
}

/** Records that the server looked through in one go. */
interface Window {
  /** What the filter let through. */
  readonly events: readonly StoredEvent[];
  /** Where the first and the last of all of them stand. */
  readonly first: bigint | undefined;
  readonly through: bigint | undefined;
}

/**
 * The log as the server looks through it for a call: so many records in one go as the call's filter says, or until `most`
 * were found, and after the time that it takes to pass over the others.
 */
async function* looked(records: Events, call: ReadCall, faults: () => Faults, most: number): AsyncGenerator<Window> {
  const [wanted, size] = [matches(call.request), call.request.getOptions()?.getFilter()?.getMax() ?? most];
  let [all, found]: [StoredEvent[], StoredEvent[]] = [[], []];
  const window = async (): Promise<Window> => {
    const passing = (all.length - found.length) * faults().passing;
    if (passing > 0) await pause(passing, undefined, { ref: false });
    const whole = { events: found, first: all[0]?.position, through: all.at(-1)?.position };
    [all, found] = [[], []];
    return whole;
  };
  for (const record of records) {
    all.push(record);
    if (wanted(record)) found.push(record);
    if (found.length >= most || all.length >= size) yield await window();
  }
  yield await window();
}

async function subscribe(call: ReadCall, log: ServerLog, faults: () => Faults): Promise<void> {
  const over = new AbortController();
  call.on('cancelled', () => over.abort());
  call.on('close', () => over.abort());
  const position = call.request.getOptions()?.getAll()?.getPosition();
  const from = position ? BigInt(position.getCommitPosition()) : 0n;
  // Beyond the end it waits, silently; but where it begins must be a record's place.
  if (!log.isPlace(from) && from <= log.end) return void call.emit('error', noBoundary());
  call.write(confirmed());
  let caughtUp = false;
  for await (const batch of log.follow(from, over.signal)) {
    for await (const window of looked(batch.events, call, faults, Infinity)) {
      if (over.signal.aborted) return;
      for (const event of window.events) {
        const fault = faults().subscription();
        if (fault === 'cut') return void call.emit('error', cutOff());
        if (fault === 'silent') return;
        call.write(eventAnswer(event));
        if (fault === 'again') call.write(eventAnswer(event));
      }
      const checkpoint = faults().checkpoint();
      if (checkpoint === 'at') call.write(checkpointAnswer(window.through ?? batch.through));
      if (checkpoint === 'before' && window.first) call.write(checkpointAnswer(window.first));
    }
    if (batch.caughtUp && !caughtUp) call.write(caughtUpAnswer());
    caughtUp ||= batch.caughtUp;
  }
}

function matches(request: ReadReq): (event: StoredEvent) => boolean {
  const filter = request.getOptions()?.getFilter();
  const [names, types] = [filter?.getStreamIdentifier()?.getPrefixList(), filter?.getEventType()?.getPrefixList()];
  return ({ stream, type }) => (names ?? ['']).some((prefix) => stream.startsWith(prefix)) && (types ?? ['']).some((prefix) => type.startsWith(prefix));
}
