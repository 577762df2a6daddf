import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { kemelak } from './kemelak.ts';

export interface Load {
  /** Commands answered 201 in the window. */
  readonly commands: number;
  readonly seconds: number;
  /** Milliseconds from sending to the whole answer, sorted. */
  readonly latencies: readonly number[];
  readonly failures: ReadonlyMap<string, number>;
}

interface Command {
  readonly name: string;
  readonly body: object;
}

/** What one guest does: eight commands for two guests, four of them with personal data. */
function visitOf(client: number, round: number): readonly Command[] {
  const place = kemelak.posts[(client + round) % kemelak.posts.length];
  if (!place) return [];
  const [first, second] = [
    { visit: randomUUID(), post: place.post, guest: randomUUID() },
    { visit: randomUUID(), post: place.post, guest: randomUUID() },
  ];
  const report = (of: object): Command => ({
    name: 'report-guest',
    body: { ...of, name: { value: `Tamu ${client} ${round}` }, identityType: 'ktp', purpose: { value: 'antar segel dan formulir' }, minutesAllowed: 60 },
  });
  return [
    report(first),
    { name: 'admit-guest', body: { ...first, door: place.door, badge: `A${client}-${round % 1000}` } },
    { name: 'correct-visit', body: { ...first, reason: { value: 'salah tulis' }, name: { value: `Tamu ${client} ${round} Contoh` } } },
    { name: 'check-out-guest', body: first },
    report(second),
    { name: 'admit-guest', body: { ...second, door: place.door, badge: `B${client}-${round % 1000}` } },
    { name: 'correct-visit', body: { ...second, reason: { value: 'salah tulis' }, purpose: { value: 'antar segel' } } },
    { name: 'check-out-guest', body: second },
  ];
}

/** Sends commands over so many connections for so long; with `rate`, so many a second in all, evenly. */
export async function load(
  url: string,
  token: string,
  options: { readonly connections: number; readonly seconds: number; readonly rate?: number },
): Promise<Load> {
  const pool = new Pool(url, { connections: options.connections, pipelining: 1 });
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  const began = performance.now();
  const until = began + options.seconds * 1_000;
  const send = async ({ name, body }: Command): Promise<void> => {
    const sent = performance.now();
    const { statusCode, body: answer } = await pool.request({
      path: `/api/access/${name}`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (performance.now() > until) return;
    if (statusCode === 201) latencies.push(performance.now() - sent);
    else count(failures, `${name} ${statusCode} ${/"(?:code)":"[^"]+"/g.exec(text)?.[0] ?? ''} ${/"objections":\[\{"code":"[^"]+"/.exec(text)?.[0] ?? ''}`);
  };
  const gap = options.rate === undefined ? 0 : (options.connections * 1_000) / options.rate;
  await Promise.all(
    Array.from({ length: options.connections }, async (_, client) => {
      let due = began + (gap * client) / options.connections;
      for (let round = 0; performance.now() < until; round++) {
        for (const command of visitOf(client, round)) {
          if (performance.now() >= until) break;
          if (gap > 0) {
            await sleep(Math.max(0, due - performance.now()));
            due += gap;
          }
          await send(command);
        }
      }
    }),
  );
  await pool.close();
  return { commands: latencies.length, seconds: options.seconds, latencies: latencies.sort((a, b) => a - b), failures };
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The value below which a share of the sorted figures lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
