import { systemClock, uuidv7 } from '#kernel';
import { openVault } from '../vault.ts';

/** Keeps values until it is killed, and says each commitment on stdout when it is acknowledged. */
const [folder = '', key = ''] = process.argv.slice(2);
const vault = await openVault({ folder, masterKey: Buffer.from(key, 'hex'), clock: systemClock, segmentFanOut: 4 });

async function keepOn(): Promise<never> {
  for (;;) {
    const subject = uuidv7(systemClock.now());
    const asked = { commandId: subject, subject, path: 'spec.name', value: `Kept ${subject}` };
    const committed = vault.commit(asked);
    await vault.keep([{ ...asked, ...committed, kind: 'name', about: [] }]);
    process.stdout.write(`${committed.commitment}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, keepOn));
