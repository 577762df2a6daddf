import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../integration/support/ask.ts';
import { answerTo } from '../integration/support/ask.ts';
import { named, openKemelak, post, type Kemelak, type Person } from '../integration/support/kemelak.ts';
import { reportTo } from './report.ts';

/** An EventStoreDB that can be taken away and given back: the double, or a real server. */
export interface Breakable {
  readonly settings: Readonly<Record<string, string>>;
  kill(): Promise<unknown>;
  start(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** What people see of it when the server goes away and comes back. The bounds of the specification are 3 s and 5 s; a busy machine decides no test. */
const generous = 60_000;

export function outage(open: () => Promise<Breakable>): void {
  let [server, kemelak, guard]: [Breakable, Kemelak, Person] = [] as never;
  beforeAll(async () => {
    server = await open();
    kemelak = await openKemelak({ settings: server.settings });
    guard = await kemelak.person('guard', 'guard', { post });
  }, 120_000);
  afterAll(async () => {
    await kemelak.close();
    await server.close();
  }, 120_000);

  const report = (number: number): Promise<Answer> => reportTo(kemelak, guard, number);
  const visits = (after?: string): Promise<Answer> =>
    kemelak.ask({ to: `/api/access/visits?post=${post}`, as: guard, headers: { ...(after !== undefined && { 'saksi-after': after }) } });
  const ready = (): Promise<Answer> => answerTo(kemelak.url, { to: '/health/ready' });
  const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
    const began = performance.now();
    return { value: await work(), ms: performance.now() - began };
  };

  it('refuses commands with what to do, goes on showing how old it is, says why it is not ready, and resumes by itself', async () => {
    const before = await report(1);
    expect(before.status).toBe(201);
    expect((await visits(String(before.body['position']))).body['items']).toHaveLength(1);

    await server.kill();
    const refusals = [await timed(() => report(2)), await timed(() => report(3))];
    for (const { value, ms } of refusals) {
      expect([value.status, value.body['code']]).toEqual([503, expect.stringMatching(/^(unavailable|outcome-unknown)$/)]);
      expect(value.headers['retry-after']).toMatch(/^\d+$/);
      expect(String(value.body['detail'])).toMatch(/\w/);
      expect(ms).toBeLessThan(generous);
    }
    const meanwhile = await visits();
    expect([meanwhile.status, meanwhile.body['items']]).toEqual([200, [expect.anything()]]);
    expect(Number(meanwhile.headers['saksi-log-away'])).toBeGreaterThan(0);
    const waiting = await ready();
    expect([waiting.status, waiting.body['checks']]).toEqual([
      503,
      expect.objectContaining({ log: expect.stringMatching(/^EventStoreDB has not answered for \d+ s/) as string }),
    ]);

    await server.start();
    const back = await timed(async () => {
      for (let answer = await report(2); ; answer = await report(2)) {
        if (answer.status === 201) return answer;
        await pause(25);
      }
    });
    const seen = await timed(() => visits(String(back.value.body['position'])));
    expect(seen.value.body['items']).toHaveLength(2);
    while ((await ready()).status !== 200) await pause(25);
    expect((await visits()).headers['saksi-log-away']).toBeUndefined();
    // Whatever became of what was refused, the same key records it once.
    expect((await report(3)).status).toBe(201);
    for (const number of [1, 2, 3]) expect(await kemelak.eventsOf(`visit-${named(`visit ${number}`)}`)).toHaveLength(1);
    const said = refusals.map(({ ms }) => Math.round(ms)).join(' and ');
    console.log(`Refused within ${said} ms; taken again ${Math.round(back.ms)} ms after the start.`);
  }, 240_000);
}
