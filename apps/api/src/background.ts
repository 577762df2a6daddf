import { setTimeout as pause } from 'node:timers/promises';
import { guestMayGo } from '#access';
import { endSessionsOfSuspended } from '#identity';
import { eraseAfterRetention, forwardHolds, recordReadsUntil, sweepUnusedUntil } from '#vault';
import type { Saksi } from './parts.ts';

const day = 86_400_000;
const retentionEvery = 3_600_000;
const marksEvery = 60_000;

/**
 * What goes on beside requests and processes: reads reach the log, holds reach the vault, suspended accounts lose their
 * sessions, entries whose mark a kill cut are marked, guests whose time is over are erased, and so is what was kept for
 * events that never came. Returns what ends it all, after one last round of reads.
 */
export function startBackground(saksi: Omit<Saksi, 'close'>, record: Saksi['record']): () => Promise<void> {
  const { store, readModels, vault, reads, identity, clock, log, configuration, swept, recorder } = saksi;
  const ending = new AbortController();
  const { signal } = ending;
  const onFailure = (err: unknown): void => log.warn({ err }, 'Something in the background failed; it is tried again.');
  const retention = async (): Promise<void> => {
    while (!signal.aborted) {
      await eraseAfterRetention({
        vault,
        record,
        clock,
        retention: configuration.SAKSI_RETENTION_DAYS * day,
        mayGo: async (guest) => (await readModels.ask(guestMayGo({ guest, at: clock.now() }))).answer,
      }).catch(onFailure);
      await pause(retentionEvery, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const noteMarks = async (): Promise<void> => {
    while (!signal.aborted) {
      await recorder.noteExpected().catch(onFailure);
      await pause(marksEvery, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = [
    noteMarks(),
    endSessionsOfSuspended({ store, sessions: identity.sessions, loadAccount: identity.loadAccount, clock, signal, onFailure }),
    forwardHolds({ store, readModels, vault, signal, onFailure }),
    recordReadsUntil(signal, { spool: reads, record, onFailure }),
    retention(),
    sweepUnusedUntil(signal, {
      vault,
      store,
      clock,
      age: configuration.SAKSI_SWEEP_DAYS * day,
      every: configuration.SAKSI_SWEEP_EVERY,
      onSwept: (sweep) => {
        swept.add(sweep, clock.now());
        if (sweep.deleted > 0) log.info(sweep, 'Personal values that no event names were removed from the vault.');
      },
      onFailure: (err) => log.warn({ err }, 'What no event names could not be removed from the vault; it is tried again.'),
    }),
  ];
  return async () => {
    ending.abort();
    await Promise.all(running);
  };
}
