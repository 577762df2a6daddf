import type { MarkedCommand, MarkedEntries, Recorder } from '#cqrs';
import { uuidv5, type Clock } from '#kernel';
import { entryMarks, type EntryMark } from '../domain/entry.ts';
import { identityProcess } from '../domain/process.ts';
import type { OfClaimedEntry } from '../features/claimed-entry.ts';
import { markEntry } from '../features/mark-entry/mark-entry.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { quarantineEntry } from '../features/quarantine-entry/quarantine-entry.ts';

const known: ReadonlySet<string> = new Set(entryMarks);
const isMark = (mark: string): mark is EntryMark => known.has(mark);

type Claimed = { readonly [Field in keyof OfClaimedEntry]: OfClaimedEntry[Field] };

const claimOf = ({ entry, command, author, post, device, occurredAt, effectiveAt }: MarkedCommand): Claimed => ({
  entry,
  command,
  author,
  device: device.id,
  seq: device.seq,
  marks: (device.marks ?? []).filter(isMark),
  ...(device.missing !== undefined && { missing: device.missing }),
  ...(post !== undefined && { post }),
  clock: device.clock,
  offset: device.offset,
  occurredAt,
  effectiveAt,
});

export interface MarkedEntriesParts {
  readonly recorder: () => Pick<Recorder, 'record'>;
  readonly secrets: Pick<Secrets, 'ask'>;
  readonly clock: Clock;
}

/** Keeps apart what a device signed that is no longer believed, and notes what else is wrong with an entry. */
export const createMarkedEntries = ({ recorder, secrets, clock }: MarkedEntriesParts): MarkedEntries => ({
  quarantine: (marked, body) =>
    marked.device.marks?.includes('revoked')
      ? { slice: quarantineEntry, command: { ...claimOf(marked), signature: marked.device.signature, body: JSON.stringify(body) } }
      : undefined,

  expect: async (marked) =>
    claimOf(marked).marks.length > 0 && secrets.ask('keepEntryToMark', { entry: marked.entry, marked: JSON.stringify(marked), since: clock.now() }),

  // Only this wrote it, as it stands there.
  expected: async () => (await secrets.ask('entriesToMark')).map(({ marked, since }) => ({ marked: JSON.parse(marked) as MarkedCommand, since })),

  forget: (entry) => secrets.ask('forgetEntryToMark', entry),

  async note(marked, stream) {
    const claim = claimOf(marked);
    if (claim.marks.length === 0) return;
    const telling = { commandId: uuidv5(marked.entry, 'marked'), principal: { kind: 'process', role: identityProcess }, voice: 'asked' } as const;
    await recorder().record(markEntry, { ...claim, stream }, telling);
    await secrets.ask('forgetEntryToMark', marked.entry);
  },
});
