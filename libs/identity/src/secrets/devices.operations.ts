import type { Database } from 'better-sqlite3';

/** One signed entry of a device: `hash` is SHA-256 of what was signed, `previous` that of the entry before, in hex. */
export interface DeviceEntry {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
  readonly previous?: string;
}

/** `sequence-gap`: an entry before this one never came. `-repeated`: the number was used for something else. `-forked`: the chain does not fit. */
export type SequenceMark = 'sequence-gap' | 'sequence-repeated' | 'sequence-forked';

export function deviceOperations(db: Database) {
  const at = db.prepare<[string, number], { hash: string; previous: string | null }>('select hash, previous from device_entry where device = ? and seq = ?');
  const insert = db.prepare<[string, number, string, string | null]>('insert into device_entry (device, seq, hash, previous) values (?, ?, ?, ?) on conflict do nothing');
  const last = db.prepare<[string], { seq: number | null }>('select max(seq) as seq from device_entry where device = ?');

  return {
    /**
     * Compares an entry with those around it and keeps it. The same entry again is the phone asking again, and is
     * judged as at the first time. Entries may come late and in any order: the first number is 1, and a gap is what is
     * missing when the entry comes.
     */
    followSequence({ device, seq, hash, previous }: DeviceEntry): readonly SequenceMark[] {
      const before = seq > 1 ? at.get(device, seq - 1) : undefined;
      const here = at.get(device, seq);
      const after = at.get(device, seq + 1);
      if (here && here.hash !== hash) return ['sequence-repeated'];
      if (!here) insert.run(device, seq, hash, previous ?? null);
      const marks: SequenceMark[] = [];
      if (seq > 1 && !before) marks.push('sequence-gap');
      const forked = (before && previous !== undefined && previous !== before.hash) || (after && after.previous !== null && after.previous !== hash) || (seq === 1 && previous !== undefined);
      if (forked) marks.push('sequence-forked');
      return marks;
    },
    lastSeqOf(device: string): number | undefined {
      return last.get(device)?.seq ?? undefined;
    },
  };
}
