import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { uuidv7 } from '#kernel';
import { alone, quantile, type Figure } from '../figure.ts';
import { start, stop, type Server } from '../http/servers.ts';
import { difference, p99Of, scansByDuration } from './histogram.ts';
import { boxesOfATruck, boxOf, dispatchers, truckOf, trucksOfADispatcher } from './stage.ts';

/** Every tenth box stands before the wrong truck. */
const wrongEvery = 10;
/** So many trucks of each dispatcher make the server warm, as one is that has run for a while: 8,800 scans, which is what the load of `http-commands` takes for it. */
const warmUp = 4;
/** A dispatcher with a scanner in the hand is slower than this, ms. */
const pace = 250;
/** So many boxes of the last truck are scanned at that pace: for half a minute. */
const pacedBoxes = 110;

interface Times {
  readonly right: number[];
  readonly wrong: number[];
}

/** Eight dispatchers load their trucks over HTTP; every tenth box is another truck's. */
export async function scanningFigures(): Promise<readonly Figure[]> {
  const server = await start('saksi-server', { BENCH_STAGE: 'scanning' });
  const pool = new Pool(server.url, { connections: dispatchers, pipelining: 1 });
  const loadTrucks = async (from: number, until: number): Promise<Times> => {
    const times: Times = { right: [], wrong: [] };
    await everyDispatcher(async (dispatcher) => {
      for (let turn = from; turn < until; turn++) for (const scan of scansOf(dispatcher, turn, boxesOfATruck)) await time(pool, server, scan, times);
    });
    return times;
  };
  try {
    await loadTrucks(0, warmUp);
    const before = await scansByDuration(server);
    const { right, wrong } = await loadTrucks(warmUp, trucksOfADispatcher - 1);
    const between = await scansByDuration(server);
    const paced = await atAPace(pool, server);
    return [
      alone('scanning.server', p99Of(difference(before, between)), 'ms p99, as the server measures it', '≤ 10 ms'),
      alone('scanning.load', of(right, 0.99), `ms p99 of ${right.length} boxes (p50 ${of(right, 0.5).toFixed(1)})`, '≤ 10 ms'),
      alone('scanning.wrong-box', of(wrong, 0.99), `ms p99 of ${wrong.length} wrong boxes (p50 ${of(wrong, 0.5).toFixed(1)})`, '≤ 300 ms'),
      alone('scanning.paced', of(paced, 0.99), `ms p99 of ${paced.length} boxes (p50 ${of(paced, 0.5).toFixed(1)})`, '≤ 10 ms'),
      alone('scanning.paced.server', p99Of(difference(between, await scansByDuration(server))), 'ms p99, as the server measures it', '≤ 10 ms'),
    ];
  } finally {
    await pool.close();
    stop(server);
  }
}

/** Each dispatcher a scan every 250 ms, evenly among each other, on the last truck. */
async function atAPace(pool: Pool, server: Server): Promise<readonly number[]> {
  const times: Times = { right: [], wrong: [] };
  const began = performance.now();
  await everyDispatcher(async (dispatcher) => {
    for (const [index, scan] of [...scansOf(dispatcher, trucksOfADispatcher - 1, pacedBoxes)].entries()) {
      await sleep(Math.max(0, began + pace * (index + dispatcher / dispatchers) - performance.now()));
      await time(pool, server, scan, times);
    }
  });
  return [...times.right, ...times.wrong];
}

const everyDispatcher = (work: (dispatcher: number) => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: dispatchers }, (_, dispatcher) => work(dispatcher)));

const of = (times: readonly number[], share: number): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    share,
  );

/** A box of one truck's manifest before another truck, or before its own. */
interface Scan {
  readonly truck: number;
  readonly belongsTo: number;
  readonly index: number;
}

function* scansOf(dispatcher: number, turn: number, boxes: number): Generator<Scan> {
  const [truck, next] = [turn * dispatchers + dispatcher, turn * dispatchers + ((dispatcher + 1) % dispatchers)];
  for (let index = 0; index < boxes; index++) {
    yield { truck, belongsTo: truck, index };
    if (index % wrongEvery === 0) yield { truck, belongsTo: next, index: boxesOfATruck - 1 - index / wrongEvery };
  }
}

/** How long a scan took, there and back, ms. */
async function time(pool: Pool, { token }: Server, { truck, belongsTo, index }: Scan, { right, wrong }: Times): Promise<void> {
  const sent = performance.now();
  const { statusCode, body } = await pool.request({
    path: '/api/logistics/load-box',
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7(Date.now()) },
    body: JSON.stringify({ ...boxOf(belongsTo, index), dispatch: truckOf(truck) }),
  });
  const answer = await body.text();
  (truck === belongsTo ? right : wrong).push(performance.now() - sent);
  const isHeard = answer.includes('"logistics.box-not-on-this-run"');
  if (statusCode !== 201 || isHeard !== (truck !== belongsTo))
    throw new Error(`The box was to be ${truck === belongsTo ? 'loaded' : 'kept off'}: ${statusCode} ${answer}`);
}
