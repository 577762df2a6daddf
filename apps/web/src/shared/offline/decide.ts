import type { CommandBody, CommandName } from '../api/names.ts';
import { deviceNow, measuredOffset, type Instant } from '../time/clock.ts';
import type { Content } from './entry/content.ts';
import { isSettled, sendAgain } from './keep/entries.ts';
import type { Entry } from './keep/entry.ts';
import { sessionKey, unlock } from './keep/session-key.ts';
import { wakeCourier } from './carrying.ts';
import { keepOf, queueChanged } from './queue.ts';
import { record } from './record.ts';
import type { Recorded } from './recorded.ts';

/*
 * What a person does with an entry that was refused after the fact. Each is itself recorded, and only then is the entry
 * done with: what it held back in its record goes on.
 */

export type DiscardReason = CommandBody<'identity.discard-entry'>['reason'];

/** What the entry says; undefined for what another session saved. */
export async function contentOf({ own }: Entry): Promise<Content | undefined> {
  const keep = await keepOf();
  return keep && own && ((await unlock(await sessionKey(keep), own)) as Content | undefined);
}

async function refusedOf(entry: Entry) {
  const post = (await contentOf(entry))?.body['post'];
  return {
    entry: entry.id,
    command: entry.name,
    device: entry.device,
    seq: entry.seq,
    ...(typeof post === 'string' && { post }),
    ...(entry.problem && { problem: entry.problem.code }),
  };
}

/** Gives it up; says why, and what was recorded instead. */
export async function discard(entry: Entry, reason: DiscardReason, instead?: string): Promise<Recorded> {
  const body = { ...(await refusedOf(entry)), reason, ...(instead !== undefined && { instead }) };
  return settled(entry, await record('identity.discard-entry', body, { testified: true }));
}

/** Keeps it as a note in words. */
export const keepAsNote = async (entry: Entry, note: string): Promise<Recorded> =>
  settled(entry, await record('identity.note-entry', { ...(await refusedOf(entry)), note: { value: note } }, { testified: true }));

/** Records it changed, under a key of its own, of the time and in the place of the old one, which is given up for it. */
export async function amend(entry: Entry, body: object): Promise<Recorded> {
  const said = { testified: true, occurredAt: await whenOf(entry), insteadOf: entry };
  // The body is the entry's own with other words in it, so it is one of that command.
  const amended = await record(entry.name as CommandName, body as CommandBody<CommandName>, said);
  if (amended.kind !== 'refused') await discard(entry, 'amended', amended.id);
  return amended;
}

/** When it happened: what this phone's clock said is corrected by how far it is off, what a person said is not. */
async function whenOf(entry: Entry): Promise<Instant> {
  const said = Date.parse((await contentOf(entry))?.headers['Saksi-Occurred-At'] ?? '');
  return said === entry.savedAt || Number.isNaN(said) ? entry.savedAt + (measuredOffset() ?? 0) : said;
}

/** What stood in its way may be gone: a role was given, an account reinstated. */
export async function tryAgain(entry: Entry): Promise<void> {
  const keep = await keepOf();
  if (keep) await sendAgain(keep, entry.id);
  await queueChanged();
  wakeCourier();
}

async function settled(entry: Entry, recorded: Recorded): Promise<Recorded> {
  const keep = await keepOf();
  if (keep && recorded.kind !== 'refused') await isSettled(keep, entry.id, deviceNow());
  await queueChanged();
  wakeCourier();
  return recorded;
}
