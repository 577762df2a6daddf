import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision, NewEvent, StoredEvent } from '../port.ts';
import { serverId, unwrapped, wrapped } from './stored-form.ts';

/** The messages of EventStoreDB's gRPC streams service, as its client package defines them, made from the port's words and back. */
export class Messages {
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = `${prefix}:`;
  }

  append(correlation: string, stream: string, events: readonly NewEvent[], expected: ExpectedRevision): BatchAppendReq {
    const options = new streams.BatchAppendReq.Options().setStreamIdentifier(this.#identifier(stream));
    if (expected === 'none') options.setNoStream(emptyMessage());
    else options.setStreamPosition(String(expected));
    return new streams.BatchAppendReq().setCorrelationId(uuid(correlation)).setOptions(options).setProposedMessagesList(events.map(proposed)).setIsFinal(true);
  }

  readStream(stream: string, from: number | 'end' | undefined, backwards: boolean, count: number): ReadReq {
    const options = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(this.#identifier(stream));
    if (from === 'end') options.setEnd(emptyMessage());
    else options.setRevision(String(from ?? 0));
    return request(counted(new streams.ReadReq.Options().setStream(options).setNoFilter(emptyMessage()), backwards, count));
  }

  /** Own streams only. `from`: inclusive forwards, exclusive backwards, as the server has it. */
  readLog(from: bigint | undefined, backwards: boolean, count: number): ReadReq {
    const options = new streams.ReadReq.Options().setAll(place(from, backwards ? 'end' : 'start')).setFilter(this.#ownStreams());
    return request(counted(options, backwards, count));
  }

  /** The last record of the whole server, whosever it is. */
  readEnd(): ReadReq {
    return request(counted(new streams.ReadReq.Options().setAll(place(undefined, 'end')).setNoFilter(emptyMessage()), true, 1));
  }

  /** The record at a position, whosever it is. */
  readAt(position: bigint): ReadReq {
    return request(counted(new streams.ReadReq.Options().setAll(place(position, 'start')).setNoFilter(emptyMessage()), false, 1));
  }

  /** Own streams only. `from`: exclusive; 0n: from the beginning. */
  subscribe(from: bigint): ReadReq {
    const options = new streams.ReadReq.Options()
      .setAll(place(from === 0n ? undefined : from, 'start'))
      .setSubscription(new streams.ReadReq.Options.SubscriptionOptions())
      .setFilter(this.#ownStreams());
    return request(options);
  }

  /** Where a record stands, whosever it is. */
  positionOf(read: ReadResp.ReadEvent): bigint {
    return BigInt(read.getEvent()?.getCommitPosition() ?? 0);
  }

  /** The event in an answer, as the port has it; undefined where there is none, or one of others. */
  eventIn(answer: ReadResp): StoredEvent | undefined {
    const read = answer.getEvent();
    return read && this.event(read);
  }

  /** An event as the port has it; undefined for what is not an event of Saksi's streams. */
  event(read: ReadResp.ReadEvent): StoredEvent | undefined {
    const recorded = read.getEvent();
    const name = recorded?.getStreamIdentifier()?.getStreamName_asU8();
    if (!recorded || !name) return undefined;
    const stream = Buffer.from(name.buffer, name.byteOffset, name.byteLength).toString('utf8');
    const type = recorded.getMetadataMap().get('type') ?? '';
    if (!stream.startsWith(this.#prefix) || type.startsWith('$')) return undefined;
    const custom = recorded.getCustomMetadata_asU8();
    const { id, metadata } = unwrapped(custom) ?? { id: recorded.getId()?.getString() ?? '', metadata: custom };
    return {
      id,
      type,
      data: recorded.getData_asU8(),
      metadata,
      stream: stream.slice(this.#prefix.length),
      revision: Number(recorded.getStreamRevision()),
      position: BigInt(recorded.getCommitPosition()),
    };
  }

  #identifier(stream: string): shared.StreamIdentifier {
    return new shared.StreamIdentifier().setStreamName(Buffer.from(this.#prefix + stream, 'latin1'));
  }

  #ownStreams(): ReadReq.Options.FilterOptions {
    const names = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList([this.#prefix]);
    return new streams.ReadReq.Options.FilterOptions().setStreamIdentifier(names).setMax(searchWindow).setCheckpointintervalmultiplier(checkpointEvery);
  }
}

/** Records that the server looks through at a time, and how often it says how far it looked: about every 512 records. */
const searchWindow = 512;
const checkpointEvery = 1;

const emptyMessage = (): shared.Empty => new shared.Empty();
const uuid = (text: string): shared.UUID => new shared.UUID().setString(text);

function proposed(event: NewEvent): BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(uuid(serverId(event)))
    .setData(event.data)
    .setCustomMetadata(wrapped(event.id, event.metadata));
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.data[0] === openingBrace ? 'application/json' : 'application/octet-stream');
  return message;
}

/** What begins like an object is shown as JSON by the server's own tools; the bytes are the same either way. */
const openingBrace = 0x7b;

function place(position: bigint | undefined, otherwise: 'start' | 'end'): ReadReq.Options.AllOptions {
  const options = new streams.ReadReq.Options.AllOptions();
  if (position === undefined) return otherwise === 'start' ? options.setStart(emptyMessage()) : options.setEnd(emptyMessage());
  const text = String(position);
  return options.setPosition(new streams.ReadReq.Options.Position().setCommitPosition(text).setPreparePosition(text));
}

const counted = (options: ReadReq.Options, backwards: boolean, count: number): ReadReq.Options =>
  options
    .setCount(String(count))
    .setReadDirection(backwards ? streams.ReadReq.Options.ReadDirection.BACKWARDS : streams.ReadReq.Options.ReadDirection.FORWARDS);

const request = (options: ReadReq.Options): ReadReq =>
  new streams.ReadReq().setOptions(options.setResolveLinks(false).setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(emptyMessage())));
