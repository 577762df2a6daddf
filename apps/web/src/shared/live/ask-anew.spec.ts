import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAnew } from './ask-anew.ts';

/** A question on a screen, which is answered when the spec says so. */
function shown() {
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(queries, { queryKey: ['access', 'visit'], queryFn: () => new Promise<string>((answer) => asked.push(answer)) });
  const leave = observer.subscribe(() => undefined);
  const all = () => true;
  return { asked, data: () => observer.getCurrentResult().data, news: () => askAnew(queries, { predicate: all }), leave: () => (leave(), queries.clear()) };
}

const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));

it('asks again after a first answer that was on its way when the news came: it may be from before', async () => {
  const { asked, data, news, leave } = shown();
  const done = news();
  asked[0]?.('before');
  await turn();
  expect([data(), asked.length]).toEqual(['before', 2]);
  asked[1]?.('after');
  await done;
  expect(data()).toBe('after');
  leave();
});

it('asks once more, however much news comes before the first answer', async () => {
  const { asked, news, leave } = shown();
  const done = Promise.all([news(), news(), news()]);
  asked[0]?.('before');
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]?.('after');
  await done;
  expect(asked).toHaveLength(2);
  leave();
});

it('does not wait for a later answer that is on its way: it asks at once', async () => {
  const { asked, data, news, leave } = shown();
  asked[0]?.('first');
  await turn();
  const done = [news(), news()];
  await turn();
  expect(asked).toHaveLength(3);
  asked[2]?.('after');
  await Promise.all(done);
  expect([data(), asked.length]).toEqual(['after', 3]);
  leave();
});
