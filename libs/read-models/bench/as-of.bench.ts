import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface AsOfData {
  readonly visits: number;
  /** Instants asked about, spread over the log. */
  readonly questions: number;
}

/** ms of one question; `rows`: found in all, the same whatever the index. */
interface Asked {
  readonly median: number;
  readonly p99: number;
  readonly rows: number;
}

export interface AsOfReply {
  readonly events: number;
  /** Events a second through the timeline's steps, reading not included. */
  readonly inserted: number;
  /** Rows a second into the R-tree alone. */
  readonly treeInserts: number;
  readonly spans: Asked;
  readonly plain: Asked;
  readonly tree: Asked;
}

/** Measures the as-of question over so many events with the three indexes of docs/adr/0010-as-of-index.md. */
export async function benchAsOf(events: number, questions = 500): Promise<AsOfReply> {
  const url = new URL(`./as-of.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(url, {
    workerData: { visits: events / 2, questions } satisfies AsOfData,
    ...(import.meta.url.endsWith('.ts') && { execArgv: ['--conditions=source'] }),
  });
  const [reply] = (await once(worker, 'message')) as [AsOfReply];
  await worker.terminate();
  return reply;
}
