import { Id, Many, Moment, Note, PersonName } from '#http';
import { command } from '#kernel';
import type { Details, Instant, Sealed } from '#kernel';
import { box, boxAt, type Box } from '../../domain/box.ts';
import { dispatch, dispatchPlanned } from '../../domain/dispatch.ts';
import { boxesOnOtherRuns } from '../../views/box.looks.ts';
import { dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class PlanDispatch extends OfDispatch {
  @Id('The warehouse it starts from') warehouse!: string;
  @Id('The driver') driver!: string;
  @Note('Plate of the truck', { of: 'driver', max: 20 }) vehicle!: Sealed;
  @PersonName('Their name', { of: 'driver' }) driverName!: Sealed;
  @Many(Id('Account of somebody who goes along to guard it'), { min: 1, max: 20 }) escort!: string[];
  @Many(Id('A box'), { min: 1, max: 1_000 }) boxes!: string[];
  @Moment('By when it is to arrive') due!: Instant;
}

/** The boxes for which it holds, counted in the order in which they were named. */
function boxesThat(named: readonly string[], known: readonly Box[], holds: (box: Box) => boolean): Details | false {
  const found = named.filter((_, index) => holds(known[index] ?? box.initial));
  return found.length > 0 && { boxes: found };
}

export const planDispatch = command(PlanDispatch)({
  name: 'logistics.plan-dispatch',
  summary: 'A run is planned: which truck, driver and escort bring which boxes where, and by when.',
  records: 'order',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },
  reads: { boxes: (c) => c.boxes.map((id) => box.at(id)) },
  looks: { elsewhere: (c) => boxesOnOtherRuns({ boxes: c.boxes, except: c.dispatch }) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-already-planned': (_, { dispatch }) => dispatch.plan !== undefined,
    'logistics.due-in-the-past': ({ due }, _, { effectiveAt }) => due <= effectiveAt,
    'logistics.box-not-sealed': (c, { boxes }, { effectiveAt }) => boxesThat(c.boxes, boxes, (box) => !boxAt(box, effectiveAt).isSealed),
    'logistics.box-for-elsewhere': (c, { boxes }) => boxesThat(c.boxes, boxes, ({ station }) => station !== undefined && !station.startsWith(c.destination)),
    'logistics.box-in-another-run': (_, { elsewhere }) => elsewhere.length > 0 && { boxes: elsewhere },
  },

  record: ({ destination, warehouse, vehicle, driver, driverName, escort, boxes, due }) => [
    dispatchPlanned({ destination, warehouse, vehicle, driver, driverName, escort, boxes, due }),
  ],
});
