import type { Secrets } from '../recording/client.ts';
import { insideNowKnown, insideThenKnown, leakMuster, lockedDoor } from '../questions.ts';
import { guests } from '../scenario/guests.ts';
import type { GuestName } from '../scenario/guests.ts';
import type { Distribution } from '../scenario/distribution/distribution.ts';
import { checkDistribution } from './distribution.ts';
import { insideAsNowKnown, insideAsThenKnown } from './expected.ts';

/** What an investigator was answered. */
export interface AnswersFound {
  readonly nowKnown: number;
  readonly thenKnown: number;
  readonly surplus: number;
  readonly faults: readonly string[];
}

interface Item {
  readonly name: string | null;
  readonly inner?: boolean;
  readonly what?: string;
  readonly lateMs?: number;
  readonly contradicts?: readonly string[];
  readonly people?: readonly { readonly name: string | null; readonly expected: boolean }[];
}

/** Asks what the demonstration offers to try, over HTTP, and compares the answers with the script. */
export async function checkAnswers(url: string, { passphrase }: Secrets, distribution: Distribution): Promise<AnswersFound> {
  const faults: string[] = [];
  const token = await signIn(url, passphrase);
  const ask = async <Found = Item>(path: string): Promise<readonly Found[]> => {
    const response = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } });
    if (response.status !== 200) faults.push(`${path} was answered ${response.status}`);
    if (response.headers.get('Saksi-Demonstration') !== 'true') faults.push(`${path} does not say that this is a demonstration`);
    const body = (await response.json()) as { items?: readonly Found[] } & Found;
    return body.items ?? (response.status === 200 ? [body] : []);
  };
  const nowKnown = guestsIn(await ask(insideNowKnown));
  const thenKnown = guestsIn(await ask(insideThenKnown));
  const [muster] = await ask(leakMuster);
  const late = (await ask(lockedDoor)).find(({ contradicts }) => contradicts?.includes('access.door-not-open'));
  faults.push(
    ...difference('as now known', nowKnown, insideAsNowKnown),
    ...difference('as then known', thenKnown, insideAsThenKnown),
    ...difference(
      'unlisted at the muster',
      (muster?.people ?? []).flatMap(({ name, expected }) => (expected ? [] : [name])),
      ['mulyadi'],
    ),
    ...difference('through the locked door', late ? [late.name] : [], ['mulyadi']),
  );
  if ((late?.lateMs ?? 0) < 3 * 3_600_000) faults.push('what was told of the locked door was not told three hours late');
  const goods = await checkDistribution(ask, distribution);
  return { nowKnown: nowKnown.length, thenKnown: thenKnown.length, surplus: goods.surplus, faults: [...faults, ...goods.faults] };
}

/** Who stands behind an inner door is also inside the gate, and counts once. */
const guestsIn = (items: readonly Item[]): readonly (string | null)[] => items.filter(({ inner }) => inner !== true).map(({ name }) => name);

function difference(which: string, found: readonly (string | null)[], expected: readonly GuestName[]): readonly string[] {
  const names = expected.map((guest) => guests[guest].name);
  return JSON.stringify(found) === JSON.stringify(names) ? [] : [`${which}: ${found.join(', ') || 'nobody'} instead of ${names.join(', ')}`];
}

async function signIn(url: string, passphrase: string): Promise<string> {
  const response = await fetch(`${url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 'investigator', passphrase, via: 'program' }),
  });
  return ((await response.json()) as { token?: string }).token ?? '';
}
