import type { StoredEvent } from '../port.ts';
import { Recent } from './recent.ts';

const event = (position: number, bytes = 10): StoredEvent => ({
  id: String(position),
  stream: 'a stream',
  revision: position,
  position: BigInt(position),
  type: 'a type',
  data: new Uint8Array(bytes),
  metadata: new Uint8Array(0),
});
const positions = (recent: Recent, after: number, limit = 100): readonly number[] | undefined =>
  recent.after(BigInt(after), limit)?.events.map(({ position }) => Number(position));

it('gives what came after a position, and says how far that goes', () => {
  const recent = new Recent(5n, { events: 100, bytes: 1_000 });
  recent.add({ events: [event(7), event(9)], through: 12n });
  expect(recent.after(5n, 1)).toEqual({ events: [event(7)], through: 7n });
  expect(recent.after(7n, 1)).toEqual({ events: [event(9)], through: 12n });
  expect(recent.after(8n, 9)).toEqual({ events: [event(9)], through: 12n });
  expect(recent.after(12n, 9)).toEqual({ events: [], through: 12n });
});

it('does not know what came before it, nor what is yet to come', () => {
  const recent = new Recent(5n, { events: 100, bytes: 1_000 });
  recent.add({ events: [event(7)], through: 7n });
  expect([positions(recent, 4), positions(recent, 5), positions(recent, 8)]).toEqual([undefined, [7], undefined]);
});

it.each([
  ['events', { events: 4, bytes: 1_000 }],
  ['bytes', { events: 100, bytes: 40 }],
])('forgets what is older when it holds too many %s, and says so', (_, most) => {
  const recent = new Recent(0n, most);
  for (let position = 1; position <= 9; position++) recent.add({ events: [event(position)], through: BigInt(position) });
  expect(positions(recent, 0)).toBeUndefined();
  const oldest = [1, 2, 3, 4, 5, 6, 7, 8].find((position) => positions(recent, position) !== undefined) ?? 0;
  expect(oldest).toBeGreaterThan(3);
  expect(positions(recent, oldest)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((position) => position > oldest));
});
