import { Lanes } from './lanes.ts';

/** A task that ends when it is told to. */
function task(name: string, log: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  return {
    end: () => resolve(undefined),
    fail: reject,
    run: async () => {
      log.push(`${name} began`);
      await promise;
      log.push(`${name} ended`);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('keep the order within a lane and run others beside it', async () => {
    const log: string[] = [];
    const lanes = new Lanes(3);
    const [one, two, other] = ['one', 'two', 'other'].map((name) => task(name, log));
    await lanes.run('a', one!.run);
    await lanes.run('a', two!.run);
    await lanes.run('b', other!.run);
    await settled();
    expect(log).toEqual(['one began', 'other began']);
    for (const each of [other, one, two]) each!.end();
    await lanes.done();
    expect(log.slice(2)).toEqual(['other ended', 'one ended', 'two began', 'two ended']);
  });

  it('hold no more than they may', async () => {
    const log: string[] = [];
    const lanes = new Lanes(1);
    const [one, two] = ['one', 'two'].map((name) => task(name, log));
    await lanes.run('a', one!.run);
    const second = lanes.run('b', two!.run);
    await settled();
    expect(log).toEqual(['one began']);
    one!.end();
    two!.end();
    await second;
    await lanes.done();
    expect(log).toHaveLength(4);
  });

  it('start nothing after a failure, and say what it was when the others have ended', async () => {
    const log: string[] = [];
    const lanes = new Lanes(2);
    const [one, two] = ['one', 'two'].map((name) => task(name, log));
    await lanes.run('a', one!.run);
    await lanes.run('b', two!.run);
    one!.fail(new Error('the log is away'));
    const third = lanes.run('c', () => Promise.resolve(void log.push('three began')));
    await settled();
    two!.end();
    await expect(third).rejects.toThrow('the log is away');
    expect(log).toEqual(['one began', 'two began', 'two ended']);
  });
});
