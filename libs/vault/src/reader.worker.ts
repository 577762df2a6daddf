import { workerData } from 'node:worker_threads';
import { serve } from './link/serve.ts';
import { openReader, type ReaderData, type ReaderOps } from './store/reader.ts';

serve<ReaderOps>(() => openReader(workerData as ReaderData));
