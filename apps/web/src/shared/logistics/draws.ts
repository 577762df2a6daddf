import { v7 as uuidv7 } from 'uuid';
import type { CommandBody, Schemas } from '../api/names.ts';
import type { Recording } from '../ui/use-recording.ts';
import type { OfLot } from './lot.ts';

/** How much is to be taken from which lot. */
export interface Wanted {
  readonly of: OfLot;
  readonly quantity: number;
  /** Absent: good. */
  readonly condition?: 'damaged';
}

interface Purpose extends Pick<CommandBody<'logistics.draw-from-lot'>, 'purpose' | 'boundFor'> {
  /** What to say of each draw. */
  readonly said: (wanted: Wanted) => string;
}

/** Draws one after the other, as far as none is refused; what was drawn then stays drawn, and can be returned. */
export async function drawAll(
  wanted: readonly Wanted[],
  { purpose, boundFor, said }: Purpose,
  tell: Recording['tell'],
): Promise<readonly Schemas['Drawn'][] | undefined> {
  const draws: Schemas['Drawn'][] = [];
  for (const each of wanted) {
    const draw = uuidv7();
    const { kind } = await tell(
      'logistics.draw-from-lot',
      { ...each.of, ...(each.condition && { condition: each.condition }), draw, quantity: each.quantity, purpose, boundFor },
      said(each),
    );
    if (kind === 'refused') return undefined;
    draws.push({ lot: each.of.lot, draw });
  }
  return draws;
}
