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
