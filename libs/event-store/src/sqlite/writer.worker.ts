import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting } from './log-file.ts';
import type { WriterData } from './options.ts';
import { writeFrom } from './writing.ts';

if (!parentPort) throw new Error('The writing thread was started outside of a worker.');
writeFrom(parentPort, workerData as WriterData, openForWriting);
