import { withoutDecidedOn } from './without-decided-on.ts';

const without = (metadata: object): object => JSON.parse(withoutDecidedOn(JSON.stringify(metadata))) as object;
const misleading = 'a "decidedOn":{ in words, ] and \\" and \\';

it('takes out what a decision knew, wherever it stands, and nothing else', () => {
  const decidedOn = { looks: [{ args: { name: misleading }, at: 3 }], streams: { 'visit-1': 0, '}': -1 } };
  const others = { actor: { role: misleading }, commandId: misleading, effectiveAt: 1, voice: 'asked' };
  expect(without({ ...others, decidedOn })).toEqual(others);
  expect(without({ decidedOn, ...others })).toEqual(others);
  expect(without({ actor: others.actor, decidedOn, voice: 'asked' })).toEqual({ actor: others.actor, voice: 'asked' });
  expect(without({ decidedOn })).toEqual({});
});

it('leaves alone what says nothing of it', () => {
  expect(without({ actor: misleading })).toEqual({ actor: misleading });
});
