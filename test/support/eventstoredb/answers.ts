import { Metadata, status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { StoredEvent } from '#event-store';
import type { ServerAnswer } from './server-log.ts';

export class CallFailed extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
  constructor(code: status, details: string, named: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(named)) this.metadata.set(name, value);
  }
}

export const cutOff = (): CallFailed => new CallFailed(status.UNAVAILABLE, 'Connection dropped');
export const noBoundary = (): CallFailed => new CallFailed(status.UNKNOWN, 'Exception was thrown by handler.');
export const readDenied = (): CallFailed => new CallFailed(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const notLeader = (port: number): CallFailed =>
  new CallFailed(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  });

export function appendAnswer(answer: ServerAnswer): BatchAppendResp {
  switch (answer.kind) {
    case 'success':
      return new streams.BatchAppendResp().setSuccess(
        new streams.BatchAppendResp.Success()
          .setCurrentRevision(String(answer.revision))
          .setPosition(new shared.AllStreamPosition().setCommitPosition(String(answer.position)).setPreparePosition(String(answer.position))),
      );
    case 'wrong-revision': {
      const details = new shared.WrongExpectedVersion();
      if (answer.current === -1) details.setCurrentNoStream(new shared.Empty());
      else details.setCurrentStreamRevision(String(answer.current));
      return failedWith('WrongExpectedVersion', details.serializeBinary());
    }
    case 'too-large':
      return failedWith('MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(1_048_576).serializeBinary());
  }
}

export const timedOut = (): BatchAppendResp => failedWith('Timeout', new shared.Timeout().serializeBinary());
export const accessDenied = (): BatchAppendResp => failedWith('AccessDenied', new shared.AccessDenied().serializeBinary());
/** The server says this in words only; its details are an empty message. */
export const notReady = (): BatchAppendResp => failedWith(undefined, new Uint8Array(0), 'Server Is Not Ready');

function failedWith(type: string | undefined, bytes: Uint8Array, message = ''): BatchAppendResp {
  const details = new any.Any();
  details.pack(bytes, type === undefined ? 'google.protobuf.Empty' : `event_store.client.${type}`);
  return new streams.BatchAppendResp().setError(new rpcStatus.Status().setMessage(message).setDetails(details));
}

export function eventAnswer({ id, type, data, metadata, stream, revision, position }: StoredEvent): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(String(revision))
    .setCommitPosition(String(position))
    .setPreparePosition(String(position))
    .setData(data)
    .setCustomMetadata(metadata);
  recorded.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream').set('created', '17000000000000000');
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(position)));
}

export const streamNotFound = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream))),
  );

export const checkpointAnswer = (position: bigint): ReadResp =>
  new streams.ReadResp().setCheckpoint(new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)));

export const caughtUpAnswer = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
export const confirmed = (): ReadResp => new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('double'));
