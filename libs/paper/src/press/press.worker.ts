import { parentPort } from 'node:worker_threads';
import { drawLabels } from '../drawing/labels.ts';
import { drawPaper } from '../drawing/paper.ts';
import { finished } from '../drawing/sheet.ts';
import type { FromPress, ToPress } from './messages.ts';

/* The press's thread: one document at a time. */
async function printed({ id, job }: ToPress): Promise<FromPress> {
  try {
    return { id, pdf: await finished('paper' in job ? drawPaper(job.paper) : drawLabels(job.sheets)) };
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (message: ToPress) => {
  void printed(message).then((result) => parentPort?.postMessage(result, 'pdf' in result ? [result.pdf.buffer] : []));
});
