import { request } from '../api/http.ts';
import { patience } from '../api/in-time.ts';
import { pathOf, type Receipt } from '../api/names.ts';
import { Refused, Unreachable, type Problem } from '../api/problem.ts';
import { deviceNow } from '../time/clock.ts';
import { nobodyAnswered, sentNow, wakeCourier } from './carrying.ts';
import type { Content } from './entry/content.ts';
import type { Keep } from './keep/database.ts';
import { isRecorded, isRefused, settle } from './keep/entries.ts';
import type { Entry } from './keep/entry.ts';
import { notePosition } from './position.ts';
import { queueChanged } from './queue.ts';
import type { Recorded } from './recorded.ts';

/** What somebody must do about: asked again unchanged, the answer would be the same. */
const isFinal = ({ status, code }: Problem): boolean => status >= 400 && status < 500 && ![401, 408, 412, 429].includes(status) && !carried.has(code);

/** As testimony these are kept, marked, and shown to the squad leader. */
const carried: ReadonlySet<string> = new Set(['still-conflicting', 'device-not-trusted', 'bad-signature']);

/** Not a server's answer: nobody answered, or not in time. */
const isNoAnswer = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError'));

async function ask(command: string, body: object, headers: Readonly<Record<string, string>>): Promise<Receipt> {
  const answer = await request(pathOf(command), { method: 'POST', headers, body, signal: AbortSignal.timeout(patience) });
  const receipt = answer.body as Receipt;
  notePosition(receipt.position);
  return receipt;
}

/** Asks what has been saved. Refused, the person does something else; unanswered, it is carried as testimony. */
export async function askWith(keep: Keep, { entry, content, signed }: { entry: Entry; content: Content; signed: boolean }): Promise<Recorded> {
  const { id, name } = entry;
  const { 'Saksi-Occurred-At': occurredAt = '', ...envelope } = content.headers;
  try {
    const headers = { 'Idempotency-Key': id, 'Saksi-Occurred-At': occurredAt, ...(signed && { ...envelope, ...sentNow() }) };
    const receipt = await ask(name, content.body, headers);
    await isRecorded(keep, id, receipt, deviceNow());
    return { kind: 'recorded', id, receipt };
  } catch (error) {
    if (error instanceof Refused && isFinal(error.problem)) {
      await isRefused(keep, id, error.problem, deviceNow());
      return { kind: 'refused', id, problem: error.problem };
    }
    if (!(error instanceof Refused)) {
      if (!isNoAnswer(error)) throw error;
      nobodyAnswered();
    }
    await settle(keep, id, { askedUntil: 0 });
    wakeCourier();
    return { kind: 'saved', id };
  } finally {
    // Before anybody asks what there is now: to an answer that has it already it would be added as waiting.
    await queueChanged();
  }
}

export const unreachable: Problem = { type: 'urn:saksi:problem:unreachable', title: '', status: 0, detail: '', code: 'unreachable' };

/** Where the browser keeps nothing, or has no room: at once, or not at all. */
export async function askUnkept(id: string, command: string, body: object, told: Readonly<Record<string, string>>): Promise<Recorded> {
  try {
    return { kind: 'recorded', id, receipt: await ask(command, body, { 'Idempotency-Key': id, ...told }) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', id, problem: error.problem };
    if (isNoAnswer(error)) return { kind: 'refused', id, problem: unreachable };
    throw error;
  }
}
