import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** The server that these specs ask, from the environment: SAKSI_EVENTSTOREDB_URL, and two commands that kill and start it. */
export interface RealServer {
  readonly url: string;
  /** Streams of this run only; nothing else on the server is touched. */
  readonly prefix: string;
  /** Present when SAKSI_EVENTSTOREDB_KILL and SAKSI_EVENTSTOREDB_START are set. */
  readonly power?: { kill(): Promise<unknown>; start(): Promise<unknown> };
}

const shell = promisify(execFile);

export function realServer(): RealServer {
  const { SAKSI_EVENTSTOREDB_URL: url, SAKSI_EVENTSTOREDB_KILL: kill, SAKSI_EVENTSTOREDB_START: start } = process.env;
  if (url === undefined) throw new Error('SAKSI_EVENTSTOREDB_URL says which server to ask, for example esdb://127.0.0.1:2113?tls=false.');
  return {
    url,
    prefix: `saksi.test.${randomBytes(6).toString('hex')}`,
    ...(kill !== undefined && start !== undefined && { power: { kill: () => shell('sh', ['-c', kill]), start: () => shell('sh', ['-c', start]) } }),
  };
}
