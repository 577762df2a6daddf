import { jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rotatingContract } from './contract/rotating.ts';
import { loadMasterKey } from './master-key.ts';
import { rotateKeyFile } from './rotate-master-key.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

describe('a vault in a file', () => {
  rotatingContract(async () => new VaultFixture());

  it('changes the key file, and the old key is nowhere', async () => {
    const fixture = new VaultFixture();
    const file = join(fixture.folder, 'master.key');
    fixture.masterKey = loadMasterKey({ file });
    await fixture.open();
    const kept = await fixture.keep(fixture.subject(), 'Person');
    const first = readFileSync(file);
    await rotateKeyFile(fixture.vault, file);
    expect(readFileSync(file)).not.toEqual(first);
    expect(existsSync(`${file}.next`)).toBe(false);
    expect(fixture.filesHolding(first, fixture.masterKey)).toEqual([]);
    fixture.masterKey = loadMasterKey({ file });
    await fixture.open();
    expect(await fixture.value(kept)).toBe('Person');
    await fixture.remove();
  });
});
