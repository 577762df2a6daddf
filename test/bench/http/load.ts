import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { uuidv7 } from '#kernel';
import { kemelak } from './kemelak.ts';

export interface Load {
  /** Commands answered 201 in the window. */
  readonly commands: number;
  readonly seconds: number;
  /** Milliseconds from sending to the whole answer, sorted. */
  readonly latencies: readonly number[];
  readonly failures: ReadonlyMap<string, number>;
}

export interface Recorded {
  readonly name: string;
  readonly post: string;
  readonly position: string;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** So many a second in all, evenly; absent: as many as go. */
  readonly rate?: number;
  readonly onRecorded?: (recorded: Recorded) => Promise<void>;
}

interface Command {
  readonly name: string;
  readonly post: string;
  readonly body: object;
}

let guests = 0;

/** What two guests do: eight commands, four of them with personal data. Badges are not used twice in a run. */
function visitsOf(client: number, round: number): readonly Command[] {
  const place = kemelak.posts[(client + round) % kemelak.posts.length];
  if (!place) return [];
  const { post, door } = place;
  const one = (second: boolean): readonly Command[] => {
    // As clients make them: what is told together then lies together in every index.
    const of = { visit: uuidv7(Date.now()), post, guest: uuidv7(Date.now()) };
    const badge = `T${(guests++).toString(36)}`;
    const command = (name: string, body: object): Command => ({ name, post, body: { ...of, ...body } });
    return [
      command('report-guest', {
        name: { value: `Tamu ${client} ${round}` },
        identityType: 'ktp',
        purpose: { value: 'antar segel dan formulir' },
        minutesAllowed: 60,
      }),
      command('admit-guest', { door, badge }),
      command(
        'correct-visit',
        second
          ? { reason: { value: 'salah tulis' }, purpose: { value: 'antar segel' } }
          : { reason: { value: 'salah tulis' }, name: { value: `Tamu ${client}` } },
      ),
      command('check-out-guest', {}),
    ];
  };
  return [...one(false), ...one(true)];
}

/** Sends commands over so many connections for so long. */
export async function load(url: string, token: string, { connections, seconds, rate, onRecorded }: LoadOptions): Promise<Load> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  const afterwards: Promise<void>[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  const send = async ({ name, post, body }: Command): Promise<void> => {
    const sent = performance.now();
    const { statusCode, body: answer } = await pool.request({
      path: `/api/access/${name}`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7(Date.now()) },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (performance.now() > until) return;
    if (statusCode !== 201)
      return count(failures, `${name} ${statusCode} ${/"objections":\[\{"code":"[^"]+"/.exec(text)?.[0] ?? /"code":"[^"]+"/.exec(text)?.[0] ?? ''}`);
    latencies.push(performance.now() - sent);
    if (onRecorded) afterwards.push(onRecorded({ name, post, position: (JSON.parse(text) as { position: string }).position }));
  };
  const gap = rate === undefined ? 0 : (connections * 1_000) / rate;
  await Promise.all(
    Array.from({ length: connections }, async (_, client) => {
      let due = began + (gap * client) / connections;
      for (let round = 0; performance.now() < until; round++) {
        for (const command of visitsOf(client, round)) {
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
  await Promise.all(afterwards);
  await pool.close();
  return { commands: latencies.length, seconds, latencies: latencies.sort((a, b) => a - b), failures };
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
