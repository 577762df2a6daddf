import type { ReadModels, RebuildProgress } from '../port.ts';
import { digestTables } from './tables.ts';

export interface RebuildIdentity {
  readonly context: string;
  /** Tables whose rows a rebuild made otherwise; none: the rebuild is identical. */
  readonly differing: readonly string[];
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Rebuilds every context and compares the tables with those from before. The log must not grow meanwhile, or the newer
 * tables differ rightly.
 */
export async function rebuildIdentity(readModels: ReadModels, onProgress?: (progress: RebuildProgress) => void): Promise<readonly RebuildIdentity[]> {
  const identities: RebuildIdentity[] = [];
  for (const { context, file } of readModels.status()) {
    const before = await digestTables(file);
    await readModels.rebuild(context, onProgress);
    const rebuilt = readModels.status().find((status) => status.context === context);
    const after = await digestTables(rebuilt?.file ?? file);
    const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    identities.push({
      context,
      differing: tables.filter((table) => before[table]?.sha256 !== after[table]?.sha256),
      rows: Object.fromEntries(Object.entries(after).map(([table, { count }]) => [table, count])),
    });
  }
  return identities;
}
