import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { readConfiguration } from '#configuration';
import { listen, openSaksi } from '../../../apps/api/src/index.ts';
import { dispatcher, setScanningStage } from '../scanning/stage.ts';
import { kemelak, setStage } from './kemelak.ts';

/* A whole Saksi for the load: run as a process of its own, so that its memory is its own. */
const saksi = await openSaksi(readConfiguration({ ...process.env, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'warn', SAKSI_REQUESTS_PER_MINUTE: '100000000' }));
const scanning = process.env['BENCH_STAGE'] === 'scanning';
await (scanning ? setScanningStage : setStage)(saksi.store, saksi.clock.now());
const { url } = await listen(saksi);
const { token } = await saksi.identity.sessions.open(scanning ? dispatcher : kemelak.guard, 'program');
process.send?.({ url, token });
const profiler = new Session();

process.on('message', (asked) => {
  // The main thread's profile while it is under load: see docs/performance.md.
  if (asked === 'profile') {
    // Not before: to be ready for a profile costs memory.
    profiler.connect();
    void profiler.post('Profiler.enable').then(() => profiler.post('Profiler.start'));
  }
  if (typeof asked === 'object' && asked !== null && 'profileTo' in asked) {
    const file = String(asked.profileTo);
    void profiler.post('Profiler.stop').then(({ profile }) => {
      writeFileSync(file, JSON.stringify(profile));
      process.send?.('profiled');
    });
  }
  if (asked === 'stop') process.exit(0);
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() });
});
