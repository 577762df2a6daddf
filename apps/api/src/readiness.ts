import type { ReadinessCheck, Stopping } from '#http';
import { inStep } from './clock-in-step.ts';
import type { Saksi } from './parts.ts';

/** What must work before this node takes requests; each answers with a sentence when it does not. */
export const readinessOf = ({ store, vault, readModels, configuration }: Saksi, stopping: Stopping): Readonly<Record<string, ReadinessCheck>> => ({
  server: () => (stopping.begun() ? 'The server is stopping.' : true),
  log: () =>
    store.head().then(
      () => true as const,
      (error: unknown) => {
        const outage = store.capabilities.away?.();
        if (!outage) throw error;
        return `EventStoreDB has not answered for ${Math.ceil(outage.forMs / 1_000)} s: is it running, and does this machine reach it? Commands wait; what is shown is as old as that.`;
      },
    ),
  vault: () => inStep(vault, configuration.SAKSI_CLOCK_TOLERANCE),
  views: () => {
    const behind = readModels.status().filter(({ state }) => state.kind !== 'live');
    return behind.length === 0 ? true : behind.map(({ context, state, position, head }) => `${context} is ${state.kind} (${position} of ${head}).`).join(' ');
  },
});
