import { CoSigned, Id, Many, Note, Optional, PersonName } from '#http';
import { command, said } from '#kernel';
import type { CoSignature, Sealed } from '#kernel';
import { dispatch, dispatchDeparted, type Dispatch, type FoundAtTruck } from '../../domain/dispatch.ts';
import { boxesOnTruck } from '../../views/box.looks.ts';
import { SealNumber } from '../fields.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class DepartDispatch extends OfDispatch {
  @Many(Id('A planned box that is not on the truck'), { max: 1_000 }) missing!: string[];
  @Optional(Many(SealNumber('Number on a seal that was put on a door of the truck; an empty list: it bears none'), { max: 12 })) seals?: string[];
  @Optional(Id('Who drives, as they were found; named also with a plate that was not planned')) driver?: string;
  @Optional(PersonName('Their name, when it is not the planned driver', { of: 'driver' })) driverName?: Sealed;
  @Optional(Note('Plate of the truck as it was found, when it is not the planned one', { of: 'driver', max: 20 })) vehicle?: Sealed;
  @Optional(Many(Id('Account of somebody who goes along, when it is not as planned'), { max: 20 })) escort?: string[];
  @Optional(Note('Whoever else goes along and has no account: their names, and whose people they are', { max: 400 })) escortOthers?: Sealed;
  @Optional(CoSigned('The second person who lets the truck go')) secondPerson?: CoSignature;
}

export const departDispatch = command(DepartDispatch)({
  name: 'logistics.depart-dispatch',
  summary:
    'Two people let the truck of a run go; a planned box that is not on it must be named, and what was found at the truck: its seals, and what is not as planned.',
  records: 'fact',
  roles: ['dispatcher', 'commander'],
  scope: ({ destination }) => ({ area: destination }),
  writes: { dispatch: (c) => dispatch.at(c.dispatch) },
  looks: { onTruck: (c, { effectiveAt }) => boxesOnTruck({ dispatch: c.dispatch, at: effectiveAt }) },

  objections: {
    'logistics.dispatch-to-elsewhere': (c, { dispatch }) => dispatchToElsewhere(c, dispatch),
    'logistics.dispatch-not-loading': (_, { dispatch }, { effectiveAt }) => dispatchNot(dispatch, effectiveAt, 'planned'),
    'logistics.planned-boxes-missing': ({ missing }, { dispatch, onTruck }) => {
      const unnamed = notOn(dispatch, onTruck).filter((box) => !missing.includes(box));
      return unnamed.length > 0 && { boxes: unnamed };
    },
    'logistics.named-not-missing': ({ missing }, { dispatch, onTruck }) => {
      const absent = notOn(dispatch, onTruck);
      const wrong = missing.filter((box) => !absent.includes(box));
      return wrong.length > 0 && { boxes: wrong };
    },
    'logistics.truck-seals-not-said': ({ seals }) => seals === undefined,
    'logistics.second-signature-needed': ({ secondPerson }) => !secondPerson,
  },

  notices: {
    'logistics.truck-not-as-planned': (event) => {
      const differs = event.type === dispatchDeparted.type ? unlikeThePlan.filter((what) => event.data[what] !== undefined) : [];
      return differs.length > 0 && { differs };
    },
  },

  record: (c, { dispatch }) => [
    dispatchDeparted({
      destination: c.destination,
      missing: [...c.missing].sort(),
      ...foundAtTruck(c, dispatch),
      ...(c.secondPerson && { confirmedBy: c.secondPerson.user, confirmedThrough: c.secondPerson.method }),
    }),
  ],
});

/** Planned boxes that are not on the truck. */
function notOn({ plan }: Dispatch, onTruck: readonly string[]): readonly string[] {
  const there = new Set(onTruck);
  return plan?.boxes.filter((box) => !there.has(box)) ?? [];
}

const unlikeThePlan = ['vehicle', 'driver', 'driverName', 'escort', 'escortOthers'] as const;

/** The seals, and what of the truck is not as it was planned. A plan is an order: what stands before one's eyes is kept whatever it says. */
function foundAtTruck({ seals, vehicle, driver, driverName, escort, escortOthers }: DepartDispatch, { plan }: Dispatch): FoundAtTruck {
  const isPlannedDriver = driver !== undefined && driver === plan?.driver;
  const guards = escort?.toSorted();
  return {
    ...said({ vehicle, escortOthers, seals: seals?.toSorted() }),
    ...(!isPlannedDriver && said({ driver, driverName })),
    ...(guards && !(plan && isSame(guards, plan.escort.toSorted())) && { escort: guards }),
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
