import { judgeSequence, type DeviceEntry, type SequenceMark } from '../sequence.ts';
import { locking, type Database } from './tables.ts';

export const deviceOperations = (db: Database) => ({
  followSequence: (entry: DeviceEntry): Promise<readonly SequenceMark[]> =>
    locking(db, [`device ${entry.device}`], async (transaction) => {
      const { device, seq, hash, previous } = entry;
      const rows = await transaction
        .selectFrom('device_entry')
        .select(['seq', 'hash', 'previous'])
        .where('device', '=', device)
        .where('seq', 'in', [seq - 1, seq, seq + 1])
        .execute();
      const at = (number: number) => rows.find((row) => row.seq === number);
      const around = { here: at(seq), before: at(seq - 1), after: at(seq + 1) };
      if (!around.here)
        await transaction
          .insertInto('device_entry')
          .values({ device, seq, hash, previous: previous ?? null })
          .execute();
      return judgeSequence(entry, around);
    }),

  lastSeqOf: async (device: string): Promise<number | undefined> => {
    const found = await db
      .selectFrom('device_entry')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('device', '=', device)
      .executeTakeFirst();
    return found?.seq ?? undefined;
  },

  missingBefore: async (device: string, seq: number): Promise<number> => {
    const found = await db
      .selectFrom('device_entry')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('device', '=', device)
      .where('seq', '<', seq)
      .executeTakeFirst();
    return seq - 1 - (found?.seq ?? 0);
  },

  keepOffset: async (device: string, offset: number): Promise<void> => {
    await db
      .insertInto('device_clock')
      .values({ device, offset })
      .onConflict((conflict) => conflict.column('device').doUpdateSet({ offset }))
      .execute();
  },

  offsetOf: async (device: string): Promise<number | undefined> =>
    (await db.selectFrom('device_clock').select('offset').where('device', '=', device).executeTakeFirst())?.offset,
});
