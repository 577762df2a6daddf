import { folded, nightAtKemelak, told } from '#testing';
import type { Instant } from '#kernel';
import { shift, shiftAt, shiftEnded, shiftHandedOver, shiftStarted } from './shift.ts';
import type { ShiftEvent } from './shift.ts';

const post = '018c2207-0000-7000-8000-0000000000b1';
const [first, second] = ['018c2207-0000-7000-8000-0000000000f1', '018c2207-0000-7000-8000-0000000000f2'] as const;
const at = (minutes: number): Instant => nightAtKemelak + minutes * 60_000;
const when = <Event extends ShiftEvent>(minutes: number, event: Event): Event => told(event, { effectiveAt: at(minutes) });

const started = when(10, shiftStarted({ post, guards: [first] }));
const handedOver = when(20, shiftHandedOver({ post, to: [second], acknowledged: [] }));
const ended = when(30, shiftEnded({ post }));
const through = (facts: readonly ShiftEvent[]) =>
  [5, 10, 20, 30].map((minutes) => {
    const standing = shiftAt(folded(shift, facts), at(minutes));
    return standing.status === 'running' ? standing.guards.join() : standing.status;
  });

describe('a shift', () => {
  it('has, at each instant, the guards it had then', () => expect(through([started, handedOver, ended])).toEqual(['unstarted', first, second, 'ended']));

  it.each([
    ['the handover', [started, ended, handedOver]],
    ['the start', [handedOver, ended, started]],
    ['everything, backwards', [ended, handedOver, started]],
  ])('reads the same when %s is told late', (_, facts) => expect(through(facts)).toEqual(through([started, handedOver, ended])));

  it('knows whether its start was told, whatever else was', () => {
    expect(folded(shift, [handedOver, ended]).started).toBe(false);
    expect(folded(shift, [handedOver, ended, started]).started).toBe(true);
  });

  it('belongs to its post', () => {
    expect(shift.scope?.(shift.initial)).toBeUndefined();
    expect(shift.scope?.(folded(shift, [ended]))).toEqual({ post });
  });
});
