import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from '../entry/bytes.ts';
import { payloadOf } from '../entry/payload.ts';
import { signedBody } from '../entry/signed-body.ts';
import { entryOf, guard, makeServer, newKeep, nextGuard, saveSome, start } from '../testing/phone.ts';
import { remember, remembered } from './answers.ts';
import type { Keep } from './database.ts';
import { allEntries, entriesIn, forgetDone, isRecorded, isRefused, latestEntries, settle, toDecide, waitAgain } from './entries.ts';
import { deviceOf, save } from './save.ts';
import { destroySessionKey, sessionKey, unlock } from './session-key.ts';

let keep: Keep;
const server = await makeServer();
const { serverKey } = server;
beforeEach(async () => {
  keep = await newKeep();
});

const receipt = { command: 'c', stream: 's', firstRevision: 0, lastRevision: 0, position: '1', contradicts: [], marks: [] };
const problem = { type: '', title: '', status: 403, detail: '', code: 'forbidden' };

describe('a saved entry', () => {
  it('is signed by the phone, names the one before it, and opens at the server alone', async () => {
    const what = entryOf(serverKey);
    const [first, second] = [await save(keep, what), await save(keep, { ...what, now: start + 1 })];
    const device = await deviceOf(keep, guard, start);
    const key = createPublicKey({ key: Buffer.from(device.publicKey, 'base64url'), format: 'der', type: 'spki' });
    let previousHash: string | null = null;
    for (const { entry, content } of [first, second]) {
      expect(await server.open(entry.sealed, entry.id)).toEqual(content);
      const { headers, body, name } = content;
      const payload = payloadOf({
        name,
        commandId: entry.id,
        author: guard,
        occurredAt: headers['Saksi-Occurred-At']!,
        device: device.id,
        seq: entry.seq,
        clock: entry.savedAt,
        previousHash,
        body: await signedBody(body, { name, id: entry.id, signing: what.signing }),
      });
      const signature = Buffer.from(headers['Saksi-Signature']!, 'base64url');
      expect(verify('sha256', payload, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
      expect(headers['Saksi-Device']).toBe(`${device.id};${entry.seq};${new Date(entry.savedAt).toISOString()}`);
      expect(headers['Saksi-Previous']).toBe(previousHash ?? undefined);
      previousHash = await sha256(payload);
    }
    expect([first.entry.seq, second.entry.seq, device.keys.privateKey.extractable]).toEqual([1, 2, false]);
  });

  it('keeps nothing of a person in the open', async () => {
    await save(keep, entryOf(serverKey));
    expect(JSON.stringify(await allEntries(keep))).not.toContain('Contoh');
  });

  it('is readable for its author until they sign out, and waits on afterwards', async () => {
    const { entry, content } = await save(keep, entryOf(serverKey));
    expect(await unlock(await sessionKey(keep), entry.own!)).toEqual(content);
    await remember(keep, 'who is inside', { value: ['Bu Contoh'], asOf: start });
    expect(await remembered(keep, 'who is inside')).toEqual({ value: ['Bu Contoh'], asOf: start });
    await destroySessionKey(keep);
    expect(await unlock(await sessionKey(keep), entry.own!)).toBeUndefined();
    expect(await remembered(keep, 'who is inside')).toBeUndefined();
    expect(await server.open((await entriesIn(keep, 'waiting'))[0]!.sealed, entry.id)).toEqual(content);
  });

  it('has its own place however many are saved at once, and in however many tabs', async () => {
    await Promise.all(Array.from({ length: 20 }, () => save(keep, entryOf(serverKey))));
    const entries = await allEntries(keep);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ order }) => order)).size).toBe(20);
  });

  it('takes the place of the one that it is recorded instead of, however often', async () => {
    await saveSome(keep, serverKey, [{}, {}]);
    const [refused, next] = await allEntries(keep);
    const { entry: amended } = await save(keep, { ...entryOf(serverKey), insteadOf: refused! });
    const { entry: again } = await save(keep, { ...entryOf(serverKey), insteadOf: amended });
    const [after = ''] = await saveSome(keep, serverKey, [{}]);
    expect((await allEntries(keep)).map(({ id, seq }) => [id, seq])).toEqual([
      [refused?.id, 1],
      [amended.id, 3],
      [again.id, 4],
      [next?.id, 2],
      [after, 5],
    ]);
  });

  it.each([1, 2, 3, 4, 50])('is among the last %s, the latest first', async (most) => {
    const ids = await saveSome(keep, serverKey, [{}, {}, {}]);
    expect((await latestEntries(keep, most)).map(({ id }) => id)).toEqual(ids.reverse().slice(0, most));
  });

  it('of another person has a sequence of its own', async () => {
    await saveSome(keep, serverKey, [{}, { author: nextGuard }, {}]);
    const [one, other, two] = await allEntries(keep);
    expect([one?.seq, other?.seq, two?.seq]).toEqual([1, 1, 2]);
    expect(one?.device).not.toBe(other?.device);
  });
});

describe('what becomes of an entry', () => {
  it('is decided once', async () => {
    const [id = ''] = await saveSome(keep, serverKey, [{}]);
    expect([await isRecorded(keep, id, receipt, start), await settle(keep, id, toDecide(problem)), await isRefused(keep, id, problem, start)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await entriesIn(keep, 'recorded')).toMatchObject([{ id, receipt }]);
  });

  it('is forgotten after a while, when it is done with', async () => {
    const [recorded = '', refused = ''] = await saveSome(keep, serverKey, [{}, {}, {}]);
    await isRecorded(keep, recorded, receipt, start);
    await isRefused(keep, refused, problem, start + 10);
    expect([await forgetDone(keep, start + 1), await forgetDone(keep, start + 1_000)]).toEqual([1, 1]);
    expect(await allEntries(keep)).toMatchObject([{ state: 'waiting' }]);
  });

  it('may be undone by a log that was put back', async () => {
    const [id = ''] = await saveSome(keep, serverKey, [{}]);
    await isRecorded(keep, id, receipt, start);
    await waitAgain(keep, [id, 'unknown']);
    expect(await allEntries(keep)).toMatchObject([{ id, state: 'waiting' }]);
    expect((await allEntries(keep))[0]).not.toHaveProperty('receipt');
  });
});
