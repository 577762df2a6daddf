import { readFileSync } from 'node:fs';
import { sha256 } from './bytes.ts';
import { payloadOf, type SignedEntry } from './payload.ts';
import type { Signing } from './signing.ts';
import { asSent, signedBody } from './signed-body.ts';

/* What this app signs is, byte for byte, what the server verifies: the server's own spec reads the same file. */

interface Vector {
  readonly name: string;
  readonly signing: Signing;
  readonly entry: Omit<SignedEntry, 'name' | 'body'>;
  readonly body: object;
  readonly payload: string;
  readonly hash: string;
}
const vectors = JSON.parse(readFileSync(new URL('../../../../../../test/vectors/signed-entries.json', import.meta.url), 'utf8')) as readonly Vector[];

it.each(vectors)('$name is signed over the bytes that the server verifies', async ({ name, signing, entry, body, payload, hash }) => {
  const signed = await signedBody(asSent(body, signing), { name, id: entry.commandId, signing });
  const bytes = payloadOf({ name, ...entry, body: signed });
  expect([new TextDecoder().decode(bytes), await sha256(bytes)]).toEqual([payload, hash]);
});

describe('what is sent', () => {
  const signing: Signing = { personal: [{ path: 'people.*.name', concerns: [] }], moments: [], consents: [] };

  it('is plain: trimmed, in NFC, without what is not there', () =>
    expect(asSent({ badge: ' T-12 ', note: 'Zoe\u0308\r\nÑ', left: undefined, list: [' a '] }, signing)).toEqual({
      badge: 'T-12',
      note: 'Zoë\nÑ',
      list: ['a'],
    }));

  it('has a salt of its own with every personal value, and keeps one that is there', () => {
    const body = { people: [{ name: { value: 'a' } }, { name: { value: 'a' } }, { name: { value: 'a', salt: '00'.repeat(16) } }] };
    const salts = (asSent(body, signing)['people'] as { name: { salt: string } }[]).map(({ name }) => name.salt);
    expect(salts).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/), '00'.repeat(16)]);
    expect(new Set(salts).size).toBe(3);
  });
});
