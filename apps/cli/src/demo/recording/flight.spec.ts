import type { Step } from '../scenario/step.ts';
import { Flight } from './flight.ts';

const about = (...things: string[]): Step => ({ about: things }) as unknown as Step;
const beside = (...things: string[]): Step => ({ beside: things }) as unknown as Step;

/** A telling that ends when the spec says so. */
function telling() {
  let end: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { tell: () => promise, end: () => end(), fail: (error: unknown) => fail(error) };
}

/** Whether it is ready by itself, with everything that is under way still under way. */
const isReady = (flight: Flight, step: Step): Promise<boolean> =>
  Promise.race([flight.readyFor(step).then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);

describe('steps that are told at the same time', () => {
  it('wait for what is about the same, and for nothing else', async () => {
    const flight = new Flight(4);
    const packing = telling();
    flight.launch(about('box 1'), packing.tell);
    expect(await isReady(flight, about('box 2'))).toBe(true);
    expect(await isReady(flight, about('box 1'))).toBe(false);
    expect(await isReady(flight, beside('box 1'))).toBe(false);
    packing.end();
    await flight.landed();
    expect(await isReady(flight, about('box 1'))).toBe(true);
  });

  it('go beside others, and the one that is about the same waits for all of those', async () => {
    const flight = new Flight(4);
    const [first, second] = [telling(), telling()];
    flight.launch(beside('run 1'), first.tell);
    expect(await isReady(flight, beside('run 1'))).toBe(true);
    flight.launch(beside('run 1'), second.tell);
    first.end();
    expect(await isReady(flight, about('run 1'))).toBe(false);
    second.end();
    await flight.landed();
    expect(await isReady(flight, about('run 1'))).toBe(true);
  });

  it('are so many and no more, and none is ahead of another by more', async () => {
    const flight = new Flight(2);
    const [first, second] = [telling(), telling()];
    flight.launch(about('1'), first.tell);
    flight.launch(about('2'), second.tell);
    second.end();
    expect(await isReady(flight, about('3'))).toBe(false);
    first.end();
    await flight.landed();
  });

  it('end with what one of them failed with', async () => {
    const flight = new Flight(2);
    const first = telling();
    flight.launch(about('1'), first.tell);
    first.fail(new Error('refused'));
    await expect(flight.landed()).rejects.toThrow('refused');
    await expect(flight.readyFor(about('2'))).rejects.toThrow('refused');
  });
});
