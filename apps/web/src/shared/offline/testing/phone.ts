import 'fake-indexeddb/auto';
import { CipherSuite, Aes256Gcm, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { base64url, ofBase64url, utf8 } from '../entry/bytes.ts';
import type { Content } from '../entry/content.ts';
import type { Signing } from '../entry/signing.ts';
import { openKeep, type Keep } from '../keep/database.ts';
import { save, type ToSave } from '../keep/save.ts';

export const guard = '018c2207-0000-7000-8000-0000000000a1';
export const nextGuard = '018c2207-0000-7000-8000-0000000000a2';
export const start = Date.UTC(2023, 10, 30, 19);

const signing: Signing = { personal: [{ path: 'note', concerns: [] }], moments: [], consents: [], writes: { kind: 'visit', field: 'visit' } };

/** A server's side of sealing. */
export async function makeServer(): Promise<{ serverKey: string; open: (sealed: string, id: string) => Promise<Content> }> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const pair = await suite.kem.generateKeyPair();
  return {
    serverKey: base64url(await suite.kem.serializePublicKey(pair.publicKey)),
    async open(sealed, id) {
      const bytes = ofBase64url(sealed);
      const opened = await suite.open(
        { recipientKey: pair, enc: bytes.slice(0, 65).buffer, info: utf8('saksi.entry.v1').buffer },
        bytes.slice(65).buffer,
        utf8(id).buffer,
      );
      return JSON.parse(new TextDecoder().decode(opened)) as Content;
    },
  };
}

let phones = 0;
/** The storage of a phone that nobody has used yet. */
export const newKeep = (): Promise<Keep> => openKeep(`phone ${(phones += 1)}`);

export const entryOf = (serverKey: string, what: Partial<ToSave> & { readonly visit?: string } = {}): ToSave => ({
  name: 'access.admit-guest',
  body: { visit: what.visit ?? 'v1', badge: 'T-12', note: { value: 'Bu Contoh' } },
  signing,
  author: guard,
  alarm: false,
  now: start,
  serverKey,
  ...what,
});

/** Saves so many entries, each of a visit of its own unless said otherwise. */
export async function saveSome(keep: Keep, serverKey: string, each: readonly (Partial<ToSave> & { readonly visit?: string })[]): Promise<string[]> {
  const ids: string[] = [];
  for (const what of each) ids.push((await save(keep, entryOf(serverKey, what))).entry.id);
  return ids;
}
