import type { Database } from 'better-sqlite3';
import { judgeSequence, type DeviceEntry, type KeptEntry, type SequenceMark } from '../sequence.ts';

export function deviceOperations(db: Database) {
  const at = db.prepare<[string, number], KeptEntry>('select hash, previous from device_entry where device = ? and seq = ?');
  const insert = db.prepare<[string, number, string, string | null]>(
    'insert into device_entry (device, seq, hash, previous) values (?, ?, ?, ?) on conflict do nothing',
  );
  const last = db.prepare<[string], { seq: number | null }>('select max(seq) as seq from device_entry where device = ?');
  const before = db.prepare<[string, number], { seq: number | null }>('select max(seq) as seq from device_entry where device = ? and seq < ?');
  const measured = db.prepare<[string], { offset: number }>('select offset from device_clock where device = ?');
  const measure = db.prepare<{ device: string; offset: number }>(
    'insert into device_clock (device, offset) values (@device, @offset) on conflict (device) do update set offset = excluded.offset',
  );

  return {
    /** Judges an entry by those around it and keeps it. */
    followSequence(entry: DeviceEntry): readonly SequenceMark[] {
      const { device, seq, hash, previous } = entry;
      const here = at.get(device, seq);
      if (!here) insert.run(device, seq, hash, previous ?? null);
      return judgeSequence(entry, { here, before: at.get(device, seq - 1), after: at.get(device, seq + 1) });
    },
    /** The last number that has come; undefined: none has. */
    lastSeqOf(device: string): number | undefined {
      return last.get(device)?.seq ?? undefined;
    },
    /** How many numbers directly before this one have not come. */
    missingBefore(device: string, seq: number): number {
      return seq - 1 - (before.get(device, seq)?.seq ?? 0);
    },
    /** Keeps how far the device's clock is off (server − device, ms). */
    keepOffset(device: string, offset: number): void {
      measure.run({ device, offset });
    },
    offsetOf(device: string): number | undefined {
      return measured.get(device)?.offset;
    },
  };
}
