import { type EventStore, openSqliteEventStore, toNewEvent } from '#event-store';
import { eventId } from '#kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadModels } from '../src/engine/open.ts';
import { metadata, night, visitId } from '../src/testing/recorded-visits.ts';
import { admitted, left } from '../src/testing/visits.ts';

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Fills a log with visits that come and go, `events` of them, through the port. */
export async function fillLog(store: EventStore, events: number): Promise<void> {
  const wide = 500;
  for (let first = 0; first < events / 2; first += wide) {
    await Promise.all(
      Array.from({ length: Math.min(wide, events / 2 - first) }, (_, index) => {
        const id = visitId(first + index);
        const at = night + (first + index) * 1000;
        const fact = admitted({ door: `D${(first + index) % 20}`, badge: `T-${first + index}` });
        return store.append(
          `visit-${id}`,
          [toNewEvent(eventId(id, 0), fact, metadata(id, at)), toNewEvent(eventId(id, 1), left(), metadata(id, at + 900))],
          'none',
        );
      }),
    );
  }
}

/** Events a second of a rebuild over a log on disk, reading included. */
export async function benchRebuild(events: number, modules: readonly string[], name: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-bench-'));
  const store = openSqliteEventStore({ folder });
  const opened = await store;
  try {
    await fillLog(opened, events);
    const readModels = await openReadModels({ folder, store: opened, modules, knownTypes: [admitted.type, left.type] });
    await readModels.caughtUp(await opened.head());
    const [{ context } = { context: '' }] = readModels.status();
    const began = performance.now();
    await readModels.rebuild(context);
    const seconds = (performance.now() - began) / 1000;
    await readModels.close();
    return { name, value: Math.round(events / seconds), unit: 'events/s' };
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
}
