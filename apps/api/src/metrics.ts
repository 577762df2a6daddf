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

/** What is worth an alarm: how the views stand, how full the disk of a log on another server is, how long that has been away, and what was swept from the vault. */
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
  const one = (name: string, help: string, value: () => number | undefined): void => measureOne(registry, { name, help, value });
  one('saksi_vault_unused_removed', 'Personal values that no event names, removed since the server started.', () => swept.removed);
  one(
    'saksi_vault_swept_timestamp_seconds',
    'When it was last looked, to the end, for values that no event names; 0: not since the server started.',
    () => (swept.lastAt ?? 0) / 1_000,
  );
  const { away, room } = store.capabilities;
  if (room) {
    one('saksi_log_free_bytes', 'What is free on the disk of the server that keeps the log, as far as it says so.', () => room()?.free);
    one('saksi_log_disk_bytes', 'How large that disk is.', () => room()?.total);
  }
  if (away) one('saksi_log_away_seconds', 'For how long the server that keeps the log has not answered; 0 while it does.', () => (away()?.forMs ?? 0) / 1_000);
}

interface Measured {
  readonly name: string;
  readonly help: string;
  /** Asked when the metrics are read; undefined: it stays as it was. */
  readonly value: () => number | undefined;
}

function measureOne(registry: Registry, { name, help, value }: Measured): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      const measured = value();
      if (measured !== undefined) this.set(measured);
    },
  });
}
