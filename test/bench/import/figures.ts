import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#configuration';
import { stationIdOf, stationRegistered } from '#deployment';
import { openSqliteEventStore } from '#event-store';
import { uuidv7 } from '#kernel';
import { importFile, openSaksi } from '../../../apps/api/src/index.ts';
import type { Figure } from '../figure.ts';
import { append } from '../log/append.ts';

const rows = 100_000;
const underWay = 128;
const named = { villageName: 'Kemelak Bindung Langit', districtName: 'Baturaja Timur', regencyName: 'Ogan Komering Ulu' };

const stationOf = (index: number): string => `1601${String(140_000 + Math.floor(index / 500)).padStart(6, '0')}-${String(1 + (index % 500)).padStart(3, '0')}`;

/** A list of 100,000 stations, a row each, as CSV. */
function list(): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => `${stationOf(index)},${Object.values(named).join(',')},${200 + (index % 100)}`);
  return Buffer.from(['station,village,district,regency,voters', ...lines, ''].join('\n'));
}

/** Rows of a list that are recorded in a second, all views running; beside it, bare appends of the same events, as many at a time. */
export async function importFigures(): Promise<readonly Figure[]> {
  const baseline = rows / (await inFolder(bareAppends));
  const seconds = await inFolder(wholeImport);
  const value = rows / seconds;
  return [{ name: 'import.stations', value, unit: `rows/s, ${rows} in ${seconds.toFixed(1)} s`, baseline, ratio: value / baseline, goal: '≤ 60 s' }];
}

async function inFolder(measure: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function wholeImport(folder: string): Promise<number> {
  const saksi = await openSaksi(readConfiguration({ SAKSI_DATA: folder, SAKSI_LOG_LEVEL: 'silent' }));
  try {
    const bytes = list();
    const file = {
      kind: 'stations',
      bytes,
      language: 'en',
      id: uuidv7(saksi.clock.now()),
      principal: { kind: 'system', user: 'os:bench' },
      dryRun: false,
    } as const;
    const began = performance.now();
    const telling = { progress: () => undefined, rejected: () => Promise.resolve(), signal: new AbortController().signal };
    const { recorded } = await importFile(saksi, file, telling);
    const seconds = (performance.now() - began) / 1_000;
    if (recorded !== rows) throw new Error(`Only ${recorded} of ${rows} rows were recorded.`);
    return seconds;
  } finally {
    await saksi.close();
  }
}

async function bareAppends(folder: string): Promise<number> {
  const store = await openSqliteEventStore({ folder });
  try {
    const began = performance.now();
    let next = 0;
    const appending = async (): Promise<void> => {
      for (let index = next++; index < rows; index = next++) {
        const station = stationOf(index);
        const at = 1_701_370_800_000 + index;
        const fact = stationRegistered({ station, ...named, voters: 200 + (index % 100) });
        await append(store, `station-${stationIdOf(station)}`, [{ fact, at, recordedAt: at }], 0);
      }
    };
    await Promise.all(Array.from({ length: underWay }, appending));
    return (performance.now() - began) / 1_000;
  } finally {
    await store.close();
  }
}
