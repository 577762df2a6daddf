import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { appendBatch, appendSingle, readAllRate } from '../../libs/event-store/bench/append.ts';
import { vaultFigures } from '../../libs/vault/bench/vault.ts';
import { boxFigures, stockFigures } from './boxes/figures.ts';
import type { Figure } from './figure.ts';
import { eventStoreDbFigures, eventStoreDbOverHttp } from './eventstoredb/figures.ts';
import { httpFigures } from './http/http-commands.ts';
import { importFigures } from './import/figures.ts';
import { logFigures } from './log/figures.ts';
import { scanningFigures } from './scanning/figures.ts';

/*
 * `npm run bench`: a table of what Saksi's speed is, each figure beside its baseline of the same run. Options (after --):
 * --json one object a line; --only boxes|http|import|log|scanning|stock|store|vault; --events 100000,1000000 sizes of the logs; --large also 10^7 events;
 * --profile FILE of the server's main thread; --threads processor time of one command over HTTP by thread;
 * --store eventstoredb the port and commands over HTTP on the server at SAKSI_EVENTSTOREDB_URL instead (--only store|http).
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    events: { type: 'string' },
    profile: { type: 'string' },
    store: { type: 'string' },
    threads: { type: 'boolean', default: false },
  },
});

/** Sizes of the logs that are projected and asked. */
function sizes(): readonly number[] {
  if (options.events !== undefined) return options.events.split(',').map(Number);
  return options.large ? [100_000, 1_000_000, 10_000_000] : [100_000, 1_000_000];
}

const looking = { threads: options.threads, ...(options.profile !== undefined && { profile: options.profile }) };

const groups: Readonly<Record<string, () => Promise<readonly Figure[]> | AsyncIterable<Figure>>> = {
  store: async () => [await appendBatch(), await appendSingle(), await readAllRate()],
  vault: vaultFigures,
  log: () => logFigures(sizes()),
  boxes: boxFigures,
  stock: stockFigures,
  import: importFigures,
  scanning: scanningFigures,
  http: () => httpFigures({ rounds: 5, seconds: 4, ...looking }),
};

const rounded = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

const print = ({ name, value, unit, baseline, ratio, goal }: Figure): void => {
  const beside = baseline === null ? '' : `baseline ${rounded(baseline)}, ratio ${(ratio ?? 0).toFixed(2)}`;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ name, value, unit, baseline, ratio, goal })}\n`
      : `${name.padEnd(24)} ${`${rounded(value)} ${unit}`.padEnd(30)} ${goal === '' ? beside : `${beside.padEnd(36)} goal ${goal}`}\n`.replace(/ +\n$/, '\n'),
  );
};

const chosen = options.store === 'eventstoredb' ? { store: eventStoreDbFigures, http: () => eventStoreDbOverHttp(looking) } : groups;
for (const [name, group] of Object.entries(chosen)) {
  if (options.only !== undefined && options.only !== name) continue;
  for await (const figure of await group()) print(figure);
}
process.exit(0);
