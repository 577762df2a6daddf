import { Flag, Id, Optional } from '#http';
import { command, said } from '#kernel';
import type { DataOf, Details, Instant } from '#kernel';
import { box, boxAt, type Box } from '../../domain/box.ts';
import { boxLoaded, loadingRefused } from '../../domain/box.events.ts';
import type { BoxEvent, LoadingBarrier } from '../../domain/box.events.ts';
import { dispatch, type Dispatch } from '../../domain/dispatch.ts';
import { runOfBox, type RunNamed } from '../../views/box.looks.ts';
import { boxOfAnotherStation, OfBox, villageOf } from '../of-box.ts';
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
    'logistics.box-for-elsewhere': (c, known, { effectiveAt }) => loadedDespite('wrong-destination', c, known, effectiveAt),
    'logistics.box-not-on-this-run': (c, known, { effectiveAt }) => loadedDespite('not-on-this-run', c, known, effectiveAt),
    'logistics.box-planned-for-another-run': (c, known, { effectiveAt }) => known.otherRun !== null && loadedDespite('not-on-this-run', c, known, effectiveAt),
    'logistics.box-not-sealed': (c, known, { effectiveAt }) => loadedDespite('not-sealed', c, known, effectiveAt),
    'logistics.box-already-loaded': (c, known, { effectiveAt }) => loadedDespite('already-loaded', c, known, effectiveAt),
  },

  notices: {
    'logistics.box-for-elsewhere': keptOffBy('wrong-destination'),
    'logistics.box-not-on-this-run': keptOffBy('not-on-this-run'),
    'logistics.box-planned-for-another-run': (event) =>
      event.type === loadingRefused.type && event.data.goesTo !== undefined && keptOffBy('not-on-this-run')(event),
    'logistics.box-not-sealed': keptOffBy('not-sealed'),
    'logistics.box-already-loaded': keptOffBy('already-loaded'),
  },

  record: (c, known, { effectiveAt }) => {
    const { station, dispatch, loaded } = c;
    const attempt = refusalAt(c, known, effectiveAt);
    return attempt.barriers.length === 0 || loaded ? [boxLoaded({ station, dispatch })] : [loadingRefused(attempt)];
  },
});

interface Known {
  readonly box: Box;
  readonly dispatch: Dispatch;
  readonly otherRun: RunNamed | null;
}

type Refusal = DataOf<typeof loadingRefused>;

/** Where the box belongs: its station's village, the run that is to carry it and where that goes, the run whose truck it is on. */
const whereItBelongs = ({ station, belongsTo, goesTo, on }: Refusal): Details => ({
  station,
  village: villageOf(station),
  belongsTo: belongsTo ?? null,
  goesTo: goesTo ?? null,
  on: on ?? null,
});

const loadedDespite = (barrier: LoadingBarrier, c: LoadBox, known: Known, at: Instant): Details | false => {
  if (c.loaded !== true) return false;
  const attempt = refusalAt(c, known, at);
  return attempt.barriers.includes(barrier) && whereItBelongs(attempt);
};

function keptOffBy(barrier: LoadingBarrier): (event: BoxEvent) => Details | false {
  return (event) => event.type === loadingRefused.type && event.data.barriers.includes(barrier) && whereItBelongs(event.data);
}

/** What is recorded when the box is kept off; without a barrier, nothing keeps it off. */
function refusalAt(c: LoadBox, known: Known, at: Instant): Refusal {
  const { place } = boxAt(known.box, at);
  return {
    station: c.station,
    dispatch: c.dispatch,
    barriers: barriersAt(c, known, at),
    ...said({ belongsTo: known.otherRun?.dispatch, goesTo: known.otherRun?.destination, on: place.status === 'on-truck' ? place.dispatch : undefined }),
  };
}

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
