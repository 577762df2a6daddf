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
        return answer(call, log);
    }
  };
}

function answer(call: ReadCall, log: ServerLog): void {
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
  send(call, filtered(log.events(from, backwards), matches(call.request)), count);
}

function* filtered(events: Iterable<StoredEvent>, wanted: (event: StoredEvent) => boolean): Generator<StoredEvent> {
  for (const event of events) if (wanted(event)) yield event;
}

function send(call: ReadCall, events: Iterable<StoredEvent>, count: number): void {
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

async function subscribe(call: ReadCall, log: ServerLog, faults: () => Faults): Promise<void> {
  const over = new AbortController();
  call.on('cancelled', () => over.abort());
  call.on('close', () => over.abort());
  const position = call.request.getOptions()?.getAll()?.getPosition();
  const from = position ? BigInt(position.getCommitPosition()) : 0n;
  call.write(confirmed());
  let caughtUp = false;
  for await (const batch of log.follow(from, over.signal)) {
    const events = batch.events.filter(matches(call.request));
    for (const event of events) {
      const fault = faults().subscription();
      if (fault === 'cut') return void call.emit('error', cutOff());
      if (fault === 'silent') return;
      call.write(eventAnswer(event));
      if (fault === 'again') call.write(eventAnswer(event));
    }
    const checkpoint = faults().checkpoint();
    if (checkpoint === 'at') call.write(checkpointAnswer(batch.through));
    const first = batch.events[0];
    if (checkpoint === 'before' && first) call.write(checkpointAnswer(first.position));
    if (batch.caughtUp && !caughtUp) call.write(caughtUpAnswer());
    caughtUp ||= batch.caughtUp;
  }
}

function matches(request: ReadReq): (event: StoredEvent) => boolean {
  const filter = request.getOptions()?.getFilter();
  const [names, types] = [filter?.getStreamIdentifier()?.getPrefixList(), filter?.getEventType()?.getPrefixList()];
  return ({ stream, type }) => (names ?? ['']).some((prefix) => stream.startsWith(prefix)) && (types ?? ['']).some((prefix) => type.startsWith(prefix));
}
