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

/**
 * `sequence-gap`: the entry before this one has not come. `-late`: the one after it came before, with that gap. `-repeated`:
 * the number was used for something else. `-forked`: the chain does not fit.
 */
export type SequenceMark = 'sequence-gap' | 'sequence-late' | 'sequence-repeated' | 'sequence-forked';

/** An entry as it is kept. */
export interface KeptEntry {
  readonly hash: string;
  readonly previous: string | null;
}

export interface Around {
  readonly here: KeptEntry | undefined;
  readonly before: KeptEntry | undefined;
  readonly after: KeptEntry | undefined;
}

/**
 * Compares an entry with those around it. The same entry again is the phone asking again, and is judged as at the first
 * time. Entries may come late and in any order: the first number is 1, and a gap is what is missing when the entry comes.
 */
export function judgeSequence({ seq, hash, previous }: DeviceEntry, { here, before, after }: Around): readonly SequenceMark[] {
  if (here && here.hash !== hash) return ['sequence-repeated'];
  const isFirst = seq === 1;
  const gap = !isFirst && seq > 0 && !before;
  const forked =
    seq < 1 ||
    (previous !== undefined && (previous === null) !== isFirst) ||
    (before && typeof previous === 'string' && previous !== before.hash) ||
    (after && after.previous !== null && after.previous !== hash);
  return [...(gap ? (['sequence-gap'] as const) : []), ...(after ? (['sequence-late'] as const) : []), ...(forked ? (['sequence-forked'] as const) : [])];
}
