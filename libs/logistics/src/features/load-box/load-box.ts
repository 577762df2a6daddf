import { Flag, Id, Optional } from '#http';
import { command, said } from '#kernel';
import type { Instant } from '#kernel';
import { box, boxAt, type Box } from '../../domain/box.ts';
import { boxLoaded, loadingRefused } from '../../domain/box.events.ts';
import type { LoadingBarrier } from '../../domain/box.events.ts';
import { dispatch, type Dispatch } from '../../domain/dispatch.ts';
import { runOfBox } from '../../views/box.looks.ts';
import { boxOfAnotherStation, OfBox } from '../of-box.ts';
import { dispatchNot } from '../of-dispatch.ts';

export class LoadBox extends OfBox {
  @Id('The run whose truck it is to go onto') dispatch!: string;
  @Optional(Flag('The box is on the truck already; left out, what stands in its way decides')) loaded?: boolean;
}

/**
 * A box before a truck goes onto it or does not: both happened, and the attempt is evidence. So a barrier objects only
 * when the box is said to be on the truck; otherwise it is recorded that it was kept off.
 */
export const loadBox = command(LoadBox)({
  name: 'logistics.load-box',
  summary: 'A box goes onto the truck of a run, or is kept off it, which is recorded too.',
  records: 'fact',
  roles: ['dispatcher'],
  scope: ({ station }) => ({ station }),
  writes: { box: (c) => box.at(c.box) },
  reads: { dispatch: (c) => dispatch.at(c.dispatch) },
  looks: { otherRun: (c) => runOfBox({ box: c.box, except: c.dispatch }) },

  objections: {
    'logistics.box-of-another-station': (c, { box }) => boxOfAnotherStation(c, box),
    'logistics.dispatch-not-loading': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'planned'),
    'logistics.box-for-elsewhere': (c, known, { effectiveAt }) =>
      loadedDespite('wrong-destination', c, known, effectiveAt) && { destination: known.dispatch.destination ?? null },
    'logistics.box-not-on-this-run': (c, known, { effectiveAt }) => loadedDespite('not-on-this-run', c, known, effectiveAt) && { belongsTo: known.otherRun },
    'logistics.box-not-sealed': (c, known, { effectiveAt }) => loadedDespite('not-sealed', c, known, effectiveAt),
    'logistics.box-already-loaded': (c, known, { effectiveAt }) => loadedDespite('already-loaded', c, known, effectiveAt),
  },

  record: (c, known, { effectiveAt }) => {
    const { station, dispatch, loaded } = c;
    const barriers = barriersAt(c, known, effectiveAt);
    if (barriers.length === 0 || loaded) return [boxLoaded({ station, dispatch })];
    return [loadingRefused({ station, dispatch, barriers, ...said({ belongsTo: known.otherRun ?? undefined }) })];
  },
});

interface Known {
  readonly box: Box;
  readonly dispatch: Dispatch;
}

const loadedDespite = (barrier: LoadingBarrier, c: LoadBox, known: Known, at: Instant): boolean =>
  c.loaded === true && barriersAt(c, known, at).includes(barrier);

function barriersAt({ box: id, station }: LoadBox, { box, dispatch }: Known, at: Instant): readonly LoadingBarrier[] {
  const { place, isSealed } = boxAt(box, at);
  const { destination, plan } = dispatch;
  return [
    ...(destination !== undefined && !station.startsWith(destination) ? (['wrong-destination'] as const) : []),
    ...(plan && !plan.boxes.includes(id) ? (['not-on-this-run'] as const) : []),
    ...(isSealed ? [] : (['not-sealed'] as const)),
    ...(place.status === 'on-truck' ? (['already-loaded'] as const) : []),
  ];
}
