import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestTables } from '#read-models';

/** Every table of every context that answers now: `access.visit` → rows and digest. */
export async function tablesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const views = join(folder, 'read-models');
  const tables: Record<string, string> = {};
  for (const pointer of readdirSync(views).filter((name) => name.endsWith('.current'))) {
    const digests = await digestTables(join(views, readFileSync(join(views, pointer), 'utf8').trim()));
    for (const [table, { count, sha256 }] of Object.entries(digests)) tables[`${pointer.replace('.current', '')}.${table}`] = `${count} rows, ${sha256}`;
  }
  return tables;
}
