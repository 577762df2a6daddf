import type { Saksi, ScenarioClock } from '../../../../api/src/index.ts';
import type { Instant } from '#kernel';
import type { Step } from '../scenario/step.ts';
import { commandIdOf } from './client.ts';
import type { Client } from './client.ts';

export interface Stage {
  readonly saksi: Pick<Saksi, 'store' | 'processes'>;
  readonly clock: ScenarioClock;
  readonly client: Client;
  /** Told after every step that stands in the log, with how many of `steps` do. */
  readonly onTold?: (told: number) => void;
}

/**
 * Plays the steps in their order, each at its time, and lets the processes act before time goes on; also at `deadlines`
 * in between. What stands in the log from an interrupted recording is not told again.
 */
export async function play(
  steps: readonly Step[],
  { saksi, clock, client, onTold = () => undefined }: Stage,
  deadlines: readonly Instant[] = [],
): Promise<void> {
  const due = [...deadlines];
  const passUntil = async (instant: Instant): Promise<void> => {
    for (let next = due[0]; next !== undefined && next <= instant; next = due[0]) {
      due.shift();
      if (next <= clock.now()) continue;
      clock.set(next);
      await saksi.processes.settle();
    }
    // Time never goes back, not even after an interruption that lasted.
    clock.set(Math.max(instant, clock.now()));
  };
  const begin = await firstUntold(steps, saksi);
  await saksi.processes.settle();
  for (const [index, step] of steps.entries()) {
    if (index < begin) continue;
    await passUntil(step.at);
    await client.tell(step);
    await saksi.processes.settle();
    onTold(index + 1);
  }
}

/** Steps that are refused leave no trace: what comes before a recorded step has been told. */
async function firstUntold(steps: readonly Step[], { store }: Stage['saksi']): Promise<number> {
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step && (await store.receipt(commandIdOf(step)))) return index + 1;
  }
  return 0;
}

/** Whether the last of the steps stands in the log. */
export const isTold = async (steps: readonly Step[], saksi: Stage['saksi']): Promise<boolean> => (await firstUntold(steps, saksi)) === steps.length;
