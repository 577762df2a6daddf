import { EventStoreUnopenable } from '../errors.ts';
import { openSqliteEventStore } from '../sqlite/open.ts';

/** Opens a store in a folder and says in one line what came of it. */
const [folder = ''] = process.argv.slice(2);
try {
  const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
  await store.close();
  process.stdout.write(`${JSON.stringify({ name: 'opened' })}\n`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const reason = error instanceof EventStoreUnopenable ? error.reason : undefined;
  process.stdout.write(`${JSON.stringify({ name: error.name, message: error.message, reason })}\n`);
}
