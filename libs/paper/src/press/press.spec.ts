import { setTimeout as pause } from 'node:timers/promises';
import { paperOf, sheetsOf } from '../testing/examples.ts';
import { PressBusy, PressFailed } from './errors.ts';
import { Press } from './press.ts';

const opened: Press[] = [];
const press = (options: ConstructorParameters<typeof Press>[0]): Press => {
  const made = new Press(options);
  opened.push(made);
  return made;
};
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await pause(10);
};

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('the press', () => {
  it('has no thread before the first document, and none after a while without one', async () => {
    const idle = press({ idle: 50 });
    expect(idle.isRunning).toBe(false);
    const first = await idle.print({ paper: paperOf(2) });
    expect(idle.isRunning).toBe(true);
    await until(() => !idle.isRunning);
    expect(Buffer.from(await idle.print({ paper: paperOf(2) })).equals(first)).toBe(true);
  });

  it('makes the same bytes of the same document, and others of another', async () => {
    const one = press({ idle: 60_000 });
    const [first, second, other, labels] = await Promise.all([
      one.print({ paper: paperOf(3) }),
      one.print({ paper: paperOf(3) }),
      one.print({ paper: paperOf(4) }),
      one.print({ sheets: sheetsOf(3) }),
    ]);
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(Buffer.from(first).equals(other)).toBe(false);
    expect(labels.length).toBeGreaterThan(1_000);
  });

  it('refuses what too many already wait for', async () => {
    const busy = press({ idle: 60_000, waiting: 1 });
    const printing = [busy.print({ paper: paperOf(1) }), busy.print({ paper: paperOf(1) })];
    await expect(busy.print({ paper: paperOf(1) })).rejects.toThrow(PressBusy);
    await Promise.all(printing);
  });

  it('refuses a document that takes too long, and ends the thread that had it', async () => {
    const impatient = press({ idle: 60_000, patience: 500 });
    await expect(impatient.print({ paper: paperOf(200_000) })).rejects.toThrow(PressFailed);
    expect(impatient.isRunning).toBe(false);
  });

  it('says why a document cannot be made, and goes on', async () => {
    const one = press({ idle: 60_000 });
    const broken = sheetsOf(1);
    await expect(one.print({ sheets: { ...broken, labels: broken.labels.map((label) => ({ ...label, link: 'x'.repeat(5_000) })) } })).rejects.toThrow(
      PressFailed,
    );
    expect((await one.print({ paper: paperOf(1) })).length).toBeGreaterThan(0);
  });

  it('ends what waits when it is closed', async () => {
    const closing = press({ idle: 60_000 });
    const left = Promise.allSettled([closing.print({ paper: paperOf(1) }), closing.print({ paper: paperOf(1) })]);
    await closing.close();
    expect((await left).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(closing.print({ paper: paperOf(1) })).rejects.toThrow(PressFailed);
  });
});
