import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settableClock, uuidv7, type PersonalKind } from '#kernel';
import type { Disclosure } from '#cqrs';
import { commitmentTo } from './commitment.ts';
import { DisclosureRefused, WrongMasterKey } from './errors.ts';
import { openVault, type Vault } from './vault.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

const clock = settableClock(Date.UTC(2023, 10, 30, 19, 13));
const masterKey = randomBytes(32);
const commandId = uuidv7(clock.now());
const subject = uuidv7(clock.now());
let folder: string;
let vault: Vault;

const open = () => openVault({ folder, masterKey, clock });
const named = (value: string, path = 'access.report-guest.name', of = subject, kind: PersonalKind = 'name'): Disclosure => ({
  ...vault.commit({ commandId, subject: of, path, value }),
  subject: of,
  path,
  value,
  kind,
  about: [],
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-vault-'));
  vault = await open();
});
afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

describe('a commitment', () => {
  it('is the SHA-256 of its preimage', () =>
    // printf 'saksi.commit.v1\0["00112233445566778899aabbccddeeff","s","p","Édi \\"x\\""]' | sha256sum
    expect(commitmentTo({ salt: '00112233445566778899aabbccddeeff', subject: 's', path: 'p', value: 'Édi "x"' })).toBe(
      'd6389579108683d64081f076fd7ef09745fc4491277865dc9a23d8443ce41819',
    ));

  it('is the same at every retry of a command, and another for another command', () => {
    const asked = { commandId, subject, path: 'p', value: 'Siti' };
    expect(vault.commit(asked)).toEqual(vault.commit(asked));
    expect(vault.commit({ ...asked, commandId: uuidv7(clock.now()) }).commitment).not.toBe(vault.commit(asked).commitment);
  });

  it('takes the salt of the client', () => {
    const salt = 'ab'.repeat(16);
    expect(vault.commit({ commandId, subject, path: 'p', value: 'Siti', salt })).toEqual({
      commitment: commitmentTo({ salt, subject, path: 'p', value: 'Siti' }),
      salt,
    });
  });

  it('refuses a salt that is not 16 bytes, and half a character', () => {
    expect(() => vault.commit({ commandId, subject, path: 'p', value: 'Siti', salt: 'AB' })).toThrow(DisclosureRefused);
    expect(() => vault.commit({ commandId, subject, path: 'p', value: 'a\ud800' })).toThrow(DisclosureRefused);
  });
});

describe('keeping', () => {
  it('reveals what was kept, and nothing for what was not', async () => {
    const kept = named('Siti Aminah');
    const unknown = named('Somebody else', 'other');
    await vault.keep([kept]);
    expect(await vault.reveal([kept.commitment, unknown.commitment, 'no commitment'])).toEqual(
      new Map([[kept.commitment, { value: 'Siti Aminah', kind: 'name', subject }]]),
    );
  });

  it('keeps the same once', async () => {
    const kept = named('Siti Aminah');
    await Promise.all([vault.keep([kept]), vault.keep([kept, kept]), vault.keep([kept])]);
    expect((await vault.reveal([kept.commitment])).size).toBe(1);
  });

  it('refuses a commitment to something else, and keeps what others ask for in the same breath', async () => {
    const right = named('Siti Aminah');
    const wrong = { ...named('Budi', 'other'), value: 'Bambang' };
    const outcomes = await Promise.allSettled([vault.keep([right]), vault.keep([wrong])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(vault.keep([wrong])).rejects.toThrow(DisclosureRefused);
    expect([...(await vault.reveal([right.commitment, wrong.commitment])).keys()]).toEqual([right.commitment]);
  });

  it('has it after closing and opening, with the same salts and digests', async () => {
    const kept = named('Siti Aminah');
    const digest = vault.digest(Buffer.from('payload'));
    await vault.keep([kept]);
    await vault.close();
    vault = await open();
    expect(await vault.reveal([kept.commitment])).toEqual(new Map([[kept.commitment, { value: 'Siti Aminah', kind: 'name', subject }]]));
    expect(named('Siti Aminah')).toEqual(kept);
    expect(vault.digest(Buffer.from('payload'))).toEqual(digest);
  });

  it('reveals a note that concerns several', async () => {
    const other = uuidv7(clock.now());
    const note = { ...named('Pak Budi and Bu Siti argued', 'note', subject, 'note'), about: [other, subject, other] };
    await vault.keep([note]);
    expect((await vault.reveal([note.commitment])).get(note.commitment)?.value).toBe('Pak Budi and Bu Siti argued');
  });

  it('is refused to a wrong master key', async () => {
    await vault.close();
    await expect(openVault({ folder, masterKey: randomBytes(32), clock })).rejects.toThrow(WrongMasterKey);
  });
});
