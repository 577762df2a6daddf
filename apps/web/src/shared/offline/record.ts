import { v7 as uuidv7 } from 'uuid';
import { patience } from '../api/in-time.ts';
import type { CommandBody, CommandName } from '../api/names.ts';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';
import { signing } from '../api/generated/signing.ts';
import { currentSession } from '../session/session.ts';
import { deviceNow, serverNow, type Instant } from '../time/clock.ts';
import { rfc3339 } from '../time/say.ts';
import { askUnkept, askWith, unreachable } from './asking.ts';
import { mightAnswer, wakeCourier } from './carrying.ts';
import type { Content } from './entry/content.ts';
import type { Keep } from './keep/database.ts';
import { openEntries } from './keep/entries.ts';
import type { Entry } from './keep/entry.ts';
import { withRoom } from './keep/room.ts';
import { deviceOf, save, streamOf } from './keep/save.ts';
import { keepOf, noteQueue, queueChanged } from './queue.ts';
import type { Recorded } from './recorded.ts';
import { serverKeyOf } from './server-key.ts';

export interface RecordOptions {
  /** The command's id; default a new one. Who repeats a command gives the id of the first time. */
  readonly id?: string;
  /** When it happened, if not now. */
  readonly occurredAt?: Instant;
  /** It can no longer be done differently: it has happened, and is told now. */
  readonly testified?: boolean;
  /** An entry of this phone that was refused: it takes its place before what came after that one. */
  readonly insteadOf?: Entry;
}

/** Who raises the alarm is heard before everything else that waits. */
const alarms: ReadonlySet<string> = new Set<CommandName>(['access.declare-muster', 'access.account-for']);

/**
 * Records a command. Resolves as soon as it is safe somewhere, and says where; never rejects because of the network or
 * the server. It is saved on this phone first. With a network it is then asked: the person can still act differently.
 * Without one, or when nobody answers in time, it is carried to the server later, and testifies.
 */
export async function record<N extends CommandName>(command: N, body: CommandBody<N>, options: RecordOptions = {}): Promise<Recorded> {
  const { id = uuidv7(), testified = false, occurredAt, insteadOf } = options;
  const session = currentSession();
  if (session.state !== 'signed-in') return { kind: 'refused', id, problem: unreachable };
  const what = {
    id,
    name: command,
    body: body as object,
    author: session.me.account,
    testified,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(insteadOf && { insteadOf }),
  };
  const keep = await keepOf();
  const before = await keep?.get('entries', id);
  if (keep && before && before.state !== 'refused') return standing(before);
  const saved = keep && (await saveFirst(keep, what));
  if (!keep || !saved) return askUnkept(id, command, what.body, unsigned(what));
  await queueChanged();
  if (saved.entry.askedUntil !== undefined) {
    const asked = await askWith(keep, saved);
    if (asked.kind === 'refused' && saved.signed && unread.has(asked.problem.code)) await giveUpNumber(saved, asked.problem);
    return asked;
  }
  wakeCourier();
  return { kind: 'saved', id };
}

/** Refused before its signature was looked at: the server does not know that its number was used. */
const unread: ReadonlySet<string> = new Set(['invalid-fields', 'invalid-envelope', 'malformed-request', 'body-too-large', 'no-such-address']);

/** The log is told what became of the number, so that the next entry does not look as if one before it had been lost. */
async function giveUpNumber({ entry, content }: { readonly entry: Entry; readonly content: Content }, { code }: Problem): Promise<void> {
  const post = content.body['post'];
  const what = { entry: entry.id, command: entry.name, device: entry.device, seq: entry.seq, problem: code, reason: 'refused-at-once' } as const;
  await record('identity.discard-entry', { ...what, ...(typeof post === 'string' && isId.test(post) && { post }) }, { testified: true });
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is known of a command that was recorded on this phone before. */
function standing({ id, state, receipt, problem }: Entry): Recorded {
  if (state === 'recorded' && receipt) return { kind: 'recorded', id, receipt };
  if (state === 'to-decide' && problem) return { kind: 'refused', id, problem };
  wakeCourier();
  return { kind: 'saved', id };
}

interface What extends Omit<RecordOptions, 'id'> {
  readonly id: string;
  readonly name: CommandName;
  readonly body: object;
  readonly author: string;
}

/** Undefined when this phone cannot keep it: it has no room, or never learnt the key that it would be sealed to. */
async function saveFirst(keep: Keep, { id, name, body, author, occurredAt, testified = false, insteadOf }: What) {
  const serverKey = await serverKeyOf(keep).catch((error: unknown) => {
    if (error instanceof Refused || error instanceof Unreachable) return undefined;
    throw error;
  });
  if (serverKey === undefined) return undefined;
  const now = deviceNow();
  const rules = signing[name];
  const asks = !testified && mightAnswer() && !(await mustQueue(keep, name, body));
  const saved = await withRoom(keep, async () => {
    const { enrolled: signed } = await deviceOf(keep, author, now);
    // The server corrects the clock of a device that it knows; of another one it takes what is said.
    const said = occurredAt ?? (signed ? undefined : serverNow());
    const what = {
      id,
      name,
      body,
      signing: rules,
      author,
      alarm: alarms.has(name),
      now,
      serverKey,
      ...(said !== undefined && { occurredAt: rfc3339(said) }),
      ...(asks && { askedUntil: now + 2 * patience }),
      ...(insteadOf && { insteadOf }),
    };
    return { ...(await save(keep, what)), signed };
  });
  noteQueue({ keeping: saved ? 'kept' : 'full' });
  return saved;
}

/** What waits in the same record goes first. */
async function mustQueue(keep: Keep, name: CommandName, body: object): Promise<boolean> {
  const open = await openEntries(keep);
  if (open.length === 0) return false;
  const stream = streamOf(name, body, signing[name]);
  return open.some((entry) => entry.stream === stream);
}

const unsigned = ({ occurredAt, testified = false }: What): Readonly<Record<string, string>> => ({
  ...((occurredAt !== undefined || testified) && { 'Saksi-Occurred-At': rfc3339(occurredAt ?? serverNow()) }),
  ...(testified && { 'Saksi-Testimony': 'told' }),
});
