import { inTime } from './in-time.ts';

/** A promise and the means to settle it. */
const begun = (): PromiseWithResolvers<string> => Promise.withResolvers();
const notLate = (): void => {
  throw new Error('was not to be told');
};
const never = () => Promise.reject(new Error('was not to be asked'));

describe('what is sought, in time', () => {
  it('is what is found, and nothing else is looked for', async () => {
    const late: string[] = [];
    expect(await inTime(Promise.resolve('found'), { ms: 60_000, meanwhile: never, late: (found) => late.push(found) })).toBe('found');
    expect(late).toEqual([]);
  });

  it('is what there is in the meantime when it takes too long; what is found after all is told', async () => {
    const sought = begun();
    const late: string[] = [];
    const had = await inTime(sought.promise, { ms: 0, meanwhile: () => Promise.resolve('remembered'), late: (found) => late.push(found) });
    sought.resolve('found');
    await sought.promise;
    expect([had, ...late]).toEqual(['remembered', 'found']);
  });

  it('is waited for when there is nothing in the meantime', async () => {
    const sought = begun();
    const asked = begun();
    const found = inTime(sought.promise, {
      ms: 0,
      meanwhile: () => {
        asked.resolve('');
        return Promise.resolve(undefined);
      },
      late: () => undefined,
    });
    await asked.promise;
    sought.resolve('found');
    expect(await found).toBe('found');
  });

  it('fails as the search does, and nothing is told of a search that fails late', async () => {
    await expect(inTime(Promise.reject(new Error('refused')), { ms: 60_000, meanwhile: never, late: notLate })).rejects.toThrow('refused');
    const sought = begun();
    const had = await inTime(sought.promise, { ms: 0, meanwhile: () => Promise.resolve('remembered'), late: notLate });
    sought.reject(new Error('at last'));
    await expect(sought.promise).rejects.toThrow('at last');
    expect(had).toBe('remembered');
  });
});
