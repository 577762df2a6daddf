import { workerData } from 'node:worker_threads';
import { serve } from './link/serve.ts';
import { openWriter, type WriterOps, type WriterData } from './store/writer.ts';

serve<WriterOps>(() => openWriter(workerData as WriterData));
