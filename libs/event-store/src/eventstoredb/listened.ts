import type streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { unlessSilent, type Silence } from './unless-silent.ts';

/** A call of the service's one method for reads and subscriptions. */
export type ReadCall = ReturnType<InstanceType<typeof streams.StreamsClient>['read']>;

/**
 * Gives what comes on a call to `take`, until `take` stops it (true) or the server ends it (false). A call that is silent
 * for too long is ended. @throws Silent, and what the client throws
 */
export function listened(open: () => Promise<ReadCall>, silence: Silence, take: (answer: ReadResp, stop: () => void) => void): Promise<boolean> {
  return unlessSilent(silence, async ({ heard, signal }) => {
    const call = await open();
    return new Promise<boolean>((done, failed) => {
      let over = false;
      const stop = (): void => {
        over = true;
        call.cancel();
        done(true);
      };
      call.on('error', failed).on('end', () => done(false));
      call.on('data', (answer: ReadResp) => {
        if (over) return;
        heard();
        take(answer, stop);
      });
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
  });
}
