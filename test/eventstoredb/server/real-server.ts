import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';

/**
 * The server that these specs ask, from the environment: SAKSI_EVENTSTOREDB_URL, and SAKSI_EVENTSTOREDB_KILL and
 * SAKSI_EVENTSTOREDB_START, two commands that kill and start it.
 */
export interface RealServer {
  readonly url: string;
  /** Streams of this run only; nothing else on the server is touched. */
  readonly prefix: string;
  /** What makes a Saksi use it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Present when both commands are there. */
  readonly power?: { kill(): Promise<unknown>; start(): Promise<unknown> };
  /** Deletes the streams of this run: for `afterAll`, which comes after a failure too. */
  remove(): Promise<void>;
}

const shell = promisify(execFile);

export function realServer(): RealServer {
  const { SAKSI_EVENTSTOREDB_URL: url, SAKSI_EVENTSTOREDB_KILL: kill, SAKSI_EVENTSTOREDB_START: start } = process.env;
  if (url === undefined) throw new Error('SAKSI_EVENTSTOREDB_URL says which server to ask, for example esdb://127.0.0.1:2113?tls=false.');
  const prefix = `saksi.test.${randomBytes(6).toString('hex')}`;
  return {
    url,
    prefix,
    settings: { SAKSI_STORE: 'eventstoredb', SAKSI_EVENTSTOREDB_URL: url, SAKSI_EVENTSTOREDB_PREFIX: prefix },
    ...(kill !== undefined && start !== undefined && { power: { kill: () => shell('sh', ['-c', kill]), start: () => shell('sh', ['-c', start]) } }),
    remove: () => removeStreams(url, prefix),
  };
}

const atOnce = 64;

/** Deletes every stream whose name begins with `<prefix>:`, and no other. */
async function removeStreams(url: string, prefix: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    const streams = await streamsOf(client, `${prefix}:`);
    while (streams.length > 0) await Promise.all(streams.splice(0, atOnce).map((stream) => client.deleteStream(stream)));
  } finally {
    await client.dispose();
  }
}

async function streamsOf(client: EventStoreDBClient, beginning: string): Promise<string[]> {
  const found = new Set<string>();
  const filter = streamNameFilter({ prefixes: [beginning], maxSearchWindow: 512 });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  const caughtUp = new Promise<void>((resolve, reject) => {
    subscription.on('caughtUp', resolve);
    subscription.on('error', reject);
  });
  subscription.on('data', ({ event }) => {
    if (event?.streamId.startsWith(beginning)) found.add(event.streamId);
  });
  await caughtUp;
  await subscription.unsubscribe();
  return [...found];
}
