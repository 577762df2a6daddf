import { CoSigned, Id, Many, Optional } from '#http';
import { command } from '#kernel';
import type { CoSignature } from '#kernel';
import { dispatch, dispatchDeparted, type Dispatch } from '../../domain/dispatch.ts';
import { boxesOnTruck } from '../../views/box.looks.ts';
import { dispatchNot, dispatchToElsewhere, OfDispatch } from '../of-dispatch.ts';

export class DepartDispatch extends OfDispatch {
  @Many(Id('A planned box that is not on the truck'), { max: 1_000 }) missing!: string[];
  @Optional(CoSigned('The second person who lets the truck go')) secondPerson?: CoSignature;
}

export const departDispatch = command(DepartDispatch)({
  name: 'logistics.depart-dispatch',
  summary: 'Two people let the truck of a run go; a planned box that is not on it must be named.',
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
    'logistics.second-signature-needed': ({ secondPerson }) => !secondPerson,
  },

  record: ({ destination, missing, secondPerson }) => [
    dispatchDeparted({
      destination,
      missing: [...missing].sort(),
      ...(secondPerson && { confirmedBy: secondPerson.user, confirmedThrough: secondPerson.method }),
    }),
  ],
});

/** Planned boxes that are not on the truck. */
function notOn({ plan }: Dispatch, onTruck: readonly string[]): readonly string[] {
  const there = new Set(onTruck);
  return plan?.boxes.filter((box) => !there.has(box)) ?? [];
}
