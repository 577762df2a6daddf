import 'reflect-metadata';
import { readConfiguration } from '#configuration';
import { listen, openSaksi } from '../../../apps/api/src/index.ts';
import { kemelak, setStage } from './kemelak.ts';

/* A whole Saksi for the load: run as a process of its own, so that its memory is its own. */
const saksi = await openSaksi(readConfiguration({ ...process.env, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'warn', SAKSI_REQUESTS_PER_MINUTE: '100000000' }));
await setStage(saksi.store, saksi.clock.now());
const { url } = await listen(saksi);
const { token } = await saksi.identity.sessions.open(kemelak.guard, 'program');
process.send?.({ url, token });
process.on('message', (asked) => {
  if (asked === 'stop') process.exit(0);
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() });
});
