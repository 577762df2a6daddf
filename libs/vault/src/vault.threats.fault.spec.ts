import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { truncateSync, writeFileSync } from 'node:fs';
import { backupIn } from './backup.ts';
import { DisclosureDamaged, VaultDamaged, WrongMasterKey } from './errors.ts';
import { openReadSpool } from './spool/read-spool.ts';
import { alterDatabase } from './testing/alter.ts';
import { VaultFixture } from './testing/fixture.ts';

// Workers start slowly on a busy machine; how long they take decides nothing.
jest.setTimeout(60_000);

let fixture: VaultFixture;
beforeEach(async () => {
  fixture = new VaultFixture();
  await fixture.open({ segmentFanOut: 3 });
});
afterEach(() => fixture.remove());

describe('whoever copies the files', () => {
  it('reads no value, no key and no salt in any of them', async () => {
    const subjects = Array.from({ length: 12 }, () => fixture.subject());
    const secrets: (string | Uint8Array)[] = [fixture.masterKey];
    const spool = await openReadSpool({ folder: fixture.data, clock: fixture.clock });
    for (const [n, subject] of subjects.entries()) {
      const values = [`Zulkifli${n} Purnomo`, `16011401990${n}0001`, `zulkifli${n}@example.org`, `Zulkifli${n} mengancam petugas gudang`];
      const disclosures = (['name', 'identity-number', 'contact', 'note'] as const).map((kind, index) =>
        fixture.disclosure(subject, values[index] ?? '', kind),
      );
      await fixture.vault.keep(disclosures);
      await spool.record({ reader: { user: fixture.subject(), role: 'guard' }, view: 'access.who-is-inside', subjects: [subject], at: fixture.clock.now() });
      secrets.push(...values, ...disclosures.map(({ salt }) => Buffer.from(salt, 'hex')));
    }
    secrets.push('zulkifli', 'Zulkifli', 'mengancam', 'purnomo', '1601140199');
    await fixture.vault.erase(subjects[0] ?? '');
    await fixture.vault.backupTo(backupIn(join(fixture.folder, 'backup')));
    // What is looked for is found where it is meant to be: subjects are no secret.
    expect(fixture.filesHolding(subjects[1] ?? '')).toContain(join(fixture.data, 'vault.db'));
    expect(fixture.filesHolding(...secrets)).toEqual([]);
    await spool.close();
    await fixture.close();
    expect(fixture.filesHolding(...secrets)).toEqual([]);
  });

  it('cannot tell equal values of different persons by what is stored for one of them', async () => {
    const [one, other] = [await fixture.keep(fixture.subject(), 'Same'), await fixture.keep(fixture.subject(), 'Same')];
    expect(one).not.toBe(other);
    await fixture.close();
    expect(await alterDatabase(fixture.data, 'SELECT count(DISTINCT sealed) FROM disclosure')).toBe(2);
  });
});

describe('whoever alters the files', () => {
  it.each([
    [
      'turns a bit of a value',
      `UPDATE disclosure SET sealed = CAST(substr(sealed, 1, 20) || CASE substr(sealed, 21, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(sealed, 22) AS BLOB) WHERE n = 1`,
    ],
    ['puts a text where bytes belong', "UPDATE disclosure SET sealed = 'Budi' WHERE n = 1"],
    ["puts another person's key in its place", 'UPDATE subject SET wrapped = (SELECT wrapped FROM subject WHERE n = 2) WHERE n = 1'],
  ])('is found out when he %s', async (_, sql) => {
    const budi = fixture.subject();
    const first = await fixture.keep(budi, 'Budi');
    await fixture.keep(budi, 'Budi Santoso');
    const other = await fixture.keep(fixture.subject(), 'Siti');
    await fixture.close();
    expect(await alterDatabase(fixture.data, sql)).toBe(1);
    await fixture.open();
    await expect(fixture.vault.reveal([first, other])).rejects.toThrow(DisclosureDamaged);
    await expect(fixture.vault.reveal([first])).rejects.toMatchObject({ details: { commitments: [first] } });
    expect(await fixture.value(other)).toBe('Siti');
    expect((await fixture.vault.checkIntegrity()).damagedDisclosures).toContain(first);
  });

  it('is found out when he removes a key, which is not an erasure', async () => {
    const first = await fixture.keep(fixture.subject(), 'Budi');
    await fixture.close();
    await alterDatabase(fixture.data, 'DELETE FROM subject');
    await fixture.open();
    expect((await fixture.vault.checkIntegrity()).damagedDisclosures).toEqual([first]);
  });

  it('does not stop others from keeping when one key is damaged', async () => {
    const [budi, siti] = [fixture.subject(), fixture.subject()];
    await fixture.keep(budi, 'Budi');
    await fixture.close();
    await alterDatabase(fixture.data, 'UPDATE subject SET wrapped = zeroblob(60)');
    await fixture.open();
    const outcomes = await Promise.allSettled([fixture.keep(siti, 'Siti'), fixture.keep(budi, 'Budi again'), fixture.keep(siti, 'Siti again')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await fixture.vault.checkIntegrity()).damagedSubjects).toEqual([budi]);
  });

  it('leaves a sentence to act on', async () => {
    await fixture.keep(fixture.subject(), 'Budi');
    await fixture.close();
    truncateSync(join(fixture.data, 'vault.db'), 5_000);
    await expect(fixture.open()).rejects.toThrow(VaultDamaged);
    writeFileSync(join(fixture.data, 'vault.db'), 'This is no database at all, whatever its name may say about it.'.repeat(100));
    await expect(fixture.open()).rejects.toThrow('Restore it from a backup');
    await expect(fixture.open()).rejects.not.toThrow(WrongMasterKey);
  });
});

describe('kill -9 while values are kept', () => {
  it.each([1, 2])('loses nothing that was acknowledged, round %i', async (round) => {
    await fixture.close();
    const child = spawn(
      process.execPath,
      ['--conditions=source', new URL('./testing/keeper.ts', import.meta.url).pathname, fixture.data, Buffer.from(fixture.masterKey).toString('hex')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 300 * round) child.kill('SIGKILL');
    }
    await fixture.open();
    const revealed = await fixture.vault.reveal(acknowledged);
    expect(acknowledged.length).toBeGreaterThanOrEqual(300 * round);
    expect(revealed.size).toBe(acknowledged.length);
    expect(await fixture.vault.checkIntegrity()).toMatchObject({ damagedSubjects: [], damagedDisclosures: [], damagedSegments: [] });
    const { disclosures } = await fixture.vault.status();
    expect((await fixture.vault.search({ kind: 'name', text: 'kept', limit: 1_000_000 })).found).toHaveLength(disclosures);
  });
});
