import { Gauge, type Registry } from 'prom-client';
import type { FileStatus } from '#read-models';
import type { Saksi } from './parts.ts';

const ofViews: Readonly<Record<string, { readonly help: string; readonly value: (status: FileStatus) => number }>> = {
  saksi_views_live: { help: '1 when the views of the context are up to date with the log, else 0.', value: ({ state }) => (state.kind === 'live' ? 1 : 0) },
  saksi_views_position: { help: 'How far in the log the views of the context are.', value: ({ position }) => Number(position) },
  saksi_views_head: { help: 'Where the log ends, as far as the projector knows.', value: ({ head }) => Number(head) },
  saksi_views_lag_seconds: { help: 'For how long the views of the context have been behind the log.', value: ({ lagMs }) => lagMs / 1_000 },
  saksi_views_parked_events: { help: 'Events that the views of the context could not take.', value: ({ parked }) => parked },
};

const ofDisk: Readonly<Record<string, { readonly help: string; readonly part: 'free' | 'total' }>> = {
  saksi_log_free_bytes: { help: 'What is free on the disk of the server that keeps the log, as far as it says so.', part: 'free' },
  saksi_log_disk_bytes: { help: 'How large that disk is.', part: 'total' },
};

/** What is worth an alarm: how the views stand, how full the disk of a log on another server is, and how long that has been away. Asked when it is read. */
export function measure(registry: Registry, { readModels, store, swept }: Pick<Saksi, 'readModels' | 'store' | 'swept'>): void {
  for (const [name, { help, value }] of Object.entries(ofViews))
    new Gauge({
      name,
      help,
      labelNames: ['context'] as const,
      registers: [registry],
      collect() {
        for (const status of readModels.status()) this.set({ context: status.context }, value(status));
      },
    });
  measureSweeps(registry, swept);
  const { away, room } = store.capabilities;
  if (room)
    for (const [name, { help, part }] of Object.entries(ofDisk))
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          const space = room();
          if (space) this.set(space[part]);
        },
      });
  if (!away) return;
  new Gauge({
    name: 'saksi_log_away_seconds',
    help: 'For how long the server that keeps the log has not answered; 0 while it does.',
    registers: [registry],
    collect() {
      this.set((away()?.forMs ?? 0) / 1_000);
    },
  });
}

/** What was removed from the vault because no event names it. */
function measureSweeps(registry: Registry, swept: Saksi['swept']): void {
  new Gauge({
    name: 'saksi_vault_unused_removed',
    help: 'Personal values that no event names, removed since the server started.',
    registers: [registry],
    collect() {
      this.set(swept.removed);
    },
  });
  new Gauge({
    name: 'saksi_vault_swept_timestamp_seconds',
    help: 'When it was last looked, to the end, for values that no event names; 0: not since the server started.',
    registers: [registry],
    collect() {
      this.set((swept.lastAt ?? 0) / 1_000);
    },
  });
}
