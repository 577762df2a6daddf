import { folded, nightAtKemelak, told } from '#testing';
import type { Instant } from '#kernel';
import { arrived, boxId, departed, departedWith, destination, due, minute, passed, planned } from '../testing/boxes.ts';
import { delayReported, dispatch, dispatchAt, dueAt, sealsAt } from './dispatch.ts';
import type { DispatchEvent } from './dispatch.ts';

const at = (minutes: number): Instant => nightAtKemelak + minutes * minute;
const when = <Event extends DispatchEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });

const way = [when(0, planned(boxId(1))), when(10, departed), when(30, passed('Simpang')), when(60, arrived)];
const statuses = (facts: readonly DispatchEvent[]) => [5, 10, 30, 60].map((minutes) => dispatchAt(folded(dispatch, facts), at(minutes)));

describe('a run', () => {
  it('is, at each instant, as far as it was then', () => expect(statuses(way)).toEqual(['planned', 'under-way', 'under-way', 'arrived']));

  it('is as far also when everything is told in the opposite order', () => expect(statuses(way.toReversed())).toEqual(statuses(way)));

  it('is nothing to go by until it is planned', () => expect(dispatchAt(dispatch.initial, at(0))).toBe('unplanned'));

  it('stays what it was first planned as', () => expect(folded(dispatch, [...way, when(70, planned(boxId(2)))]).plan?.boxes).toEqual([boxId(1)]));

  it('is due when it was last said to be', () => {
    const late = folded(dispatch, [...way, when(20, delayReported({ destination, reason: 'flood', due: due + minute }))]);
    expect([dueAt(late, at(19)), dueAt(late, at(20)), dueAt(dispatch.initial, at(0))]).toEqual([due, due + minute, undefined]);
  });

  it('bears the seals that it was said last to have left with, and none that anybody knows of before', () => {
    const sealed = folded(dispatch, [...way, when(12, departedWith('TRK-001')), when(14, departedWith())]);
    expect([11, 12, 14].map((minutes) => sealsAt(sealed, at(minutes)))).toEqual([undefined, ['TRK-001'], []]);
  });

  it('belongs to where it goes', () => {
    expect(dispatch.scope?.(dispatch.initial)).toBeUndefined();
    expect(dispatch.scope?.(folded(dispatch, [departed]))).toEqual({ area: destination });
  });
});
