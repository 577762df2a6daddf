import { exclusively } from '#postgres';
import type { Alone, Database } from './tables.ts';

/**
 * A transaction that has the vault for itself, among all nodes. Every change is made in one: numbers, segments and keys
 * then follow each other as in a single file, and erasing and keeping cannot overtake one another.
 */
export const alone = <Result>(db: Database, work: (transaction: Alone) => Promise<Result>): Promise<Result> => exclusively(db, 'saksi.vault', work);
