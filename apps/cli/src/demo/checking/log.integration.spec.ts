import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { openAccount } from '#identity';
import { NotADemonstration, openSaksi } from '../../../../api/src/index.ts';
import { chosenFrom, scenarioOf } from '../scenario/distribution/chosen.ts';
import { idOf, opensAt } from '../scenario/scenario.ts';
import { expectedEvents } from './expected.ts';
import { checkLog } from './log.ts';

const chosen = chosenFrom('Muara Jaya, Ulu Ogan');
const expected = expectedEvents(chosen);
const asDemonstration = { demonstration: { scenario: scenarioOf(chosen), at: opensAt }, ownProcess: false };

describe('the check of a demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-demo-spec-'));
  const configuration = readConfiguration({ SAKSI_DATA: folder, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'silent' });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names everything that is missing from a log in which nothing happened', async () => {
    const saksi = await openSaksi(configuration, asDemonstration);
    try {
      const { faults, events, parked } = await checkLog(saksi, chosen);
      expect({ events, parked }).toEqual({ events: 9, parked: 0 });
      const missing = Object.entries(expected).filter(([type]) => !/^(saksi|processes)\./.test(type));
      for (const [type, count] of missing) expect(faults).toContain(`0 ${type} instead of ${count}`);
      expect(faults).toContain('entered-through-a-locked-door was noticed 0 times and settled 0 times, instead of 1 and 0');
      expect(faults).toHaveLength(missing.length + 9);
    } finally {
      await saksi.close();
    }
  });

  it('names what is there and should not be', async () => {
    const saksi = await openSaksi(configuration, asDemonstration);
    try {
      const telling = (name: string) => ({ commandId: idOf('command', name), principal: { kind: 'system', user: 'spec' }, voice: 'asked' }) as const;
      await saksi.recorder.record(openAccount, { login: 'stranger' }, telling('stranger'));
      expect((await checkLog(saksi, chosen)).faults).toContain(`1 identity.account-opened.v1 instead of ${expected['identity.account-opened.v1']}`);
    } finally {
      await saksi.close();
    }
  });
});

describe('a folder with another log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-demo-spec-'));
  const configuration = readConfiguration({ SAKSI_DATA: folder, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'silent' });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused, is left as it was, and opens as before', async () => {
    const before = await openSaksi(configuration, { ownProcess: false });
    const head = await before.store.head();
    expect(before.demonstration).toBeUndefined();
    await before.close();

    await expect(openSaksi(configuration, asDemonstration)).rejects.toThrow(NotADemonstration);

    const after = await openSaksi(configuration, { ownProcess: false });
    expect([await after.store.head(), after.demonstration]).toEqual([head, undefined]);
    await after.close();
  });
});
