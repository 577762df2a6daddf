import type { Saksi, ScenarioClock } from '../../../../api/src/index.ts';
import type { Instant } from '#kernel';
import type { Step } from '../scenario/step.ts';
import { commandIdOf } from './client.ts';
import type { Client } from './client.ts';
import { Flight } from './flight.ts';

export interface Stage {
  readonly saksi: Pick<Saksi, 'store' | 'processes'>;
  readonly clock: ScenarioClock;
  readonly client: Client;
  /** Told after every step that was told now: how many of `steps` have been. */
  readonly onTold?: (told: number) => void;
}

/** How many are told at once. */
const atOnce = 64;

/**
 * Plays the steps in their order, each at its time. Steps that are about something are told beside others, up to `atOnce`
 * of them; each other one has the log to itself, and the processes act after it, as they do at `deadlines`, before time
 * goes on. What stands in the log from an interrupted recording is not told again.
 */
export async function play(
  steps: readonly Step[],
  { saksi, clock, client, onTold = () => undefined }: Stage,
  deadlines: readonly Instant[] = [],
): Promise<void> {
  const flight = new Flight(atOnce);
  const due = [...deadlines];
  // Time never goes back, not even after an interruption that lasted.
  const passUntil = (instant: Instant): void => clock.set(Math.max(instant, clock.now()));
  const act = async (): Promise<void> => {
    await flight.landed();
    await saksi.processes.settle();
  };
  const tell = async (step: Step): Promise<void> => {
    for (let next = due[0]; next !== undefined && next <= step.at; next = due[0]) {
      due.shift();
      if (next <= clock.now()) continue;
      await act();
      passUntil(next);
      await act();
    }
    if (step.about ?? step.beside) {
      await flight.readyFor(step);
      passUntil(step.at);
      return flight.launch(step, () => client.tell(step));
    }
    await act();
    passUntil(step.at);
    await client.tell(step);
    await act();
  };
  const found = await lastTold(steps, saksi);
  await saksi.processes.settle();
  for (const [index, step] of steps.entries()) {
    if (await stands(step, { before: index <= found, perhapsNot: index > found - atOnce }, saksi)) continue;
    await tell(step);
    onTold(index + 1);
  }
  await flight.landed();
}

/** Of what came before a recorded step, only what was told at the same time can be missing. What is refused leaves no trace. */
async function stands(step: Step, { before, perhapsNot }: { before: boolean; perhapsNot: boolean }, { store }: Stage['saksi']): Promise<boolean> {
  if (!before || 'refused' in step) return before;
  return !perhapsNot || (await store.receipt(commandIdOf(step))) !== undefined;
}

async function lastTold(steps: readonly Step[], { store }: Stage['saksi']): Promise<number> {
  // Without its beginning nothing was told, or so little that telling it again is soon done: it is the same command.
  if (!steps[0] || !(await store.receipt(commandIdOf(steps[0])))) return -1;
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step && (await store.receipt(commandIdOf(step)))) return index;
  }
  return -1;
}

/** Whether the step stands in the log; of one that has the log to itself, whether all before it do. */
export const isTold = async (step: Step, { store }: Pick<Saksi, 'store'>): Promise<boolean> => (await store.receipt(commandIdOf(step))) !== undefined;
