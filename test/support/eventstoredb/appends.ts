import { setTimeout as pause } from 'node:timers/promises';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { uuidv7 } from '#kernel';
import type { NewEvent } from '#event-store';
import { accessDenied, appendAnswer, cutOff, notLeader, notReady, timedOut } from './answers.ts';
import type { Faults } from './faults.ts';
import type { ServerAnswer, ServerExpectation, ServerLog } from './server-log.ts';

interface AppendOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
  getStreamIdentifier(): shared.StreamIdentifier | undefined;
}

const expectationOf = (options: AppendOptions, exact: string): ServerExpectation =>
  options.hasNoStream() ? 'none' : options.hasAny() ? 'any' : options.hasStreamExists() ? 'exists' : Number(exact);
const nameOf = (options: AppendOptions): string => Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

interface Proposed {
  getId(): shared.UUID | undefined;
  getMetadataMap(): { get(name: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

const eventOf = (message: Proposed): NewEvent => ({
  id: (message.getId()?.getString() ?? '').toLowerCase(),
  type: message.getMetadataMap().get('type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** The shared line of appends: requests are taken one by one in their order, each answered under its correlation id. */
export function batchAppend(log: ServerLog, faults: () => Faults, port: () => number): (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => void {
  return (call) => {
    let before: Promise<unknown> = Promise.resolve();
    const parts = new Map<string, { options: BatchAppendReq.Options; events: NewEvent[] }>();
    call.on('data', (request: BatchAppendReq) => {
      const key = request.getCorrelationId()?.getString() ?? '';
      const part = parts.get(key) ?? { options: request.getOptions() ?? new streams.BatchAppendReq.Options(), events: [] };
      part.events.push(...request.getProposedMessagesList().map(eventOf));
      parts.set(key, part);
      if (!request.getIsFinal()) return;
      parts.delete(key);
      const answer = (response: BatchAppendResp): void => {
        if (!call.cancelled && !call.destroyed)
          call.write(response.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(part.options.getStreamIdentifier()));
      };
      before = before.then(() =>
        answered(
          log,
          faults(),
          { stream: nameOf(part.options), expected: expectationOf(part.options, part.options.getStreamPosition()), ...part },
          {
            answer,
            fail: (error) => call.emit('error', error),
            port: port(),
          },
        ),
      );
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
}

interface Line {
  answer(response: BatchAppendResp): void;
  fail(error: Error): void;
  readonly port: number;
}

async function answered(
  log: ServerLog,
  faults: Faults,
  { stream, events, expected }: { readonly stream: string; readonly events: readonly NewEvent[]; readonly expected: ServerExpectation },
  line: Line,
): Promise<void> {
  const write = (): Promise<ServerAnswer> => log.append(stream, events, expected);
  switch (faults.append()) {
    case 'none':
      return line.answer(appendAnswer(await write()));
    case 'no-answer':
      await write();
      return;
    case 'lost':
      return;
    case 'late': {
      const answer = await write();
      void pause(faults.lateness, undefined, { ref: false }).then(() => line.answer(appendAnswer(answer)));
      return;
    }
    case 'cut-before':
      return line.fail(cutOff());
    case 'cut-after':
      await write();
      return line.fail(cutOff());
    case 'timeout-before':
      return line.answer(timedOut());
    case 'timeout-after':
      await write();
      return line.answer(timedOut());
    case 'not-leader':
      return line.fail(notLeader(line.port));
    case 'not-ready':
      return line.answer(notReady());
    case 'denied':
      return line.answer(accessDenied());
    case 'overtaken':
      if (typeof expected !== 'string' || expected === 'none')
        await log.append(stream, [{ id: uuidv7(0), type: 'double.overtook.v1', data: Buffer.from('{}'), metadata: Buffer.from('{}') }], expected);
      return line.answer(appendAnswer(await write()));
  }
}

/** One append as a call of its own. */
export function append(log: ServerLog): (call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>) => void {
  return (call, callback) => {
    let options = new streams.AppendReq.Options();
    const events: NewEvent[] = [];
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message) events.push(eventOf(message));
    });
    call.on('end', () => {
      void log.append(nameOf(options), events, expectationOf(options, options.getRevision())).then((answer) => callback(null, singleAnswer(answer)));
    });
  };
}

function singleAnswer(answer: ServerAnswer): AppendResp {
  if (answer.kind === 'success') {
    const position = new streams.AppendResp.Position().setCommitPosition(String(answer.position)).setPreparePosition(String(answer.position));
    return new streams.AppendResp().setSuccess(new streams.AppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position));
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (answer.kind === 'wrong-revision' && answer.current >= 0) wrong.setCurrentRevision(String(answer.current));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}
