import type { Database } from 'better-sqlite3';

/**
 * One signed entry of a device: `hash` is SHA-256 of what was signed, `previous` that of the entry before, in hex; null
 * for the first entry, absent for what carries none (a consent to another's command).
 */
export interface DeviceEntry {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
  readonly previous?: string | null;
}

/** `sequence-gap`: an entry before this one never came. `-repeated`: the number was used for something else. `-forked`: the chain does not fit. */
export type SequenceMark = 'sequence-gap' | 'sequence-repeated' | 'sequence-forked';

export function deviceOperations(db: Database) {
  const at = db.prepare<[string, number], { hash: string; previous: string | null }>('select hash, previous from device_entry where device = ? and seq = ?');
  const insert = db.prepare<[string, number, string, string | null]>(
    'insert into device_entry (device, seq, hash, previous) values (?, ?, ?, ?) on conflict do nothing',
  );
  const measured = db.prepare<[string], { offset: number }>('select offset from device_clock where device = ?');
  const measure = db.prepare<{ device: string; offset: number }>(
    'insert into device_clock (device, offset) values (@device, @offset) on conflict (device) do update set offset = excluded.offset',
  );

  return {
    /**
     * Compares an entry with those around it and keeps it. The same entry again is the phone asking again, and is
     * judged as at the first time. Entries may come late and in any order: the first number is 1, and a gap is what is
     * missing when the entry comes.
     */
    followSequence({ device, seq, hash, previous }: DeviceEntry): readonly SequenceMark[] {
      const here = at.get(device, seq);
      if (here && here.hash !== hash) return ['sequence-repeated'];
      const before = at.get(device, seq - 1);
      const after = at.get(device, seq + 1);
      if (!here) insert.run(device, seq, hash, previous ?? null);
      const isFirst = seq === 1;
      const gap = !isFirst && seq > 0 && !before;
      const forked =
        seq < 1 ||
        (previous !== undefined && (previous === null) !== isFirst) ||
        (before && typeof previous === 'string' && previous !== before.hash) ||
        (after && after.previous !== null && after.previous !== hash);
      return [...(gap ? (['sequence-gap'] as const) : []), ...(forked ? (['sequence-forked'] as const) : [])];
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
