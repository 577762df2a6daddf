import { newScene } from '../contract/scene.ts';
import { openSqliteEventStore } from '../sqlite/open.ts';

/** Records for as long as it lives, and says of each append that was acknowledged: stream, revision, id, position. */
const [folder = ''] = process.argv.slice(2);
const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
const scene = await newScene(store);
process.stdout.write('ready\n');
await Promise.all(
  Array.from({ length: 12 }, async (_, client) => {
    const stream = scene.stream(`client ${client}`);
    for (let revision = -1; ; revision += 2) {
      const events = scene.events(`client ${client} at ${revision}`, 2);
      const { firstRevision, position } = await store.append(stream, events, revision === -1 ? 'none' : revision);
      process.stdout.write(`${stream} ${firstRevision} ${events.map(({ id }) => id).join(' ')} ${position}\n`);
    }
  }),
);
