import { workerData } from 'node:worker_threads';
import { serve } from './link/serve.ts';
import { openSpool, type SpoolData, type SpoolOps } from './spool/open-spool.ts';

serve<SpoolOps>(() => openSpool(workerData as SpoolData));
