import { setImmediate as turn } from 'node:timers/promises';
import { AskedTogether } from './asked-together.ts';

it('gives nobody an answer to a question that was under way already, and all who wait for the next the same', async () => {
  const answering: ((answer: string) => void)[] = [];
  const asked = new AskedTogether(() => new Promise<string>((answer) => answering.push(answer)));
  const first = [asked.answer(), asked.answer()];
  await turn();
  const second = [asked.answer(), asked.answer()];
  await turn();
  expect(answering).toHaveLength(1);
  answering[0]?.('one');
  expect(await Promise.all(first)).toEqual(['one', 'one']);
  await turn();
  answering[1]?.('two');
  expect(await Promise.all(second)).toEqual(['two', 'two']);
});

it('asks again after a failure', async () => {
  let times = 0;
  const asked = new AskedTogether(() => (times++ === 0 ? Promise.reject(new Error('away')) : Promise.resolve('back')));
  await expect(asked.answer()).rejects.toThrow('away');
  expect(await asked.answer()).toBe('back');
});

describe('with some time between two questions', () => {
  const long = 1_000_000_000;
  const counted = () => {
    let times = 0;
    return { asked: new AskedTogether(() => Promise.resolve(++times), long), times: () => times };
  };

  it('lets nobody wait who asks alone', async () => {
    const { asked } = counted();
    for (const time of [1, 2, 3]) expect(await asked.answer()).toBe(time);
  });

  it('waits with the next after one that several shared', async () => {
    const { asked, times } = counted();
    expect(await Promise.all([asked.answer(), asked.answer()])).toEqual([1, 1]);
    void asked.answer();
    await turn();
    expect(times()).toBe(1);
  });

  it('gives whoever asks meanwhile the same answer', async () => {
    let times = 0;
    const asked = new AskedTogether(() => Promise.resolve(++times), 1);
    await Promise.all([asked.answer(), asked.answer()]);
    expect(await Promise.all([asked.answer(), asked.answer(), asked.answer()])).toEqual([2, 2, 2]);
  });
});
