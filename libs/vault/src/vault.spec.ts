import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settableClock, uuidv7 } from '#kernel';
import { commitmentTo } from './commitment.ts';
import { keepingContract } from './contract/keeping.ts';
import { DisclosureRefused } from './errors.ts';
import { VaultFixture } from './testing/fixture.ts';
import { openVault, type Vault } from './vault.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

describe('a commitment', () => {
  const clock = settableClock(Date.UTC(2023, 10, 30, 19, 13));
  const masterKey = randomBytes(32);
  const commandId = uuidv7(clock.now());
  const subject = uuidv7(clock.now());
  let folder: string;
  let vault: Vault;

  const open = () => openVault({ folder, masterKey, clock });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saksi-vault-'));
    vault = await open();
  });
  afterEach(async () => {
    await vault.close();
    rmSync(folder, { recursive: true });
  });

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

describe('a vault in a file', () => keepingContract(async () => new VaultFixture()));
