import { openSqliteEventStore } from '../sqlite/open.ts';

/** Opens a store in a folder and says in one line what came of it. */
const [folder = ''] = process.argv.slice(2);
try {
  const store = await openSqliteEventStore({ folder, reserveBytes: 0 });
  await store.close();
  process.stdout.write(`${JSON.stringify({ name: 'opened' })}\n`);
} catch (error) {
  const { name, message, reason } = Object.assign({ reason: undefined }, error instanceof Error ? { ...error, name: error.name, message: error.message } : { name: 'unknown', message: String(error) });
  process.stdout.write(`${JSON.stringify({ name, message, reason })}\n`);
}
