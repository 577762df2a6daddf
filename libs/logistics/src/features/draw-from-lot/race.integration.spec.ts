import { Objected } from '#cqrs';
import type { Watch } from '#testing';
import { lotDrawn } from '../../domain/lot.events.ts';
import { boxId, kemelak, person, zone } from '../../testing/boxes.ts';
import { at } from '../../testing/journey.ts';
import { dispatcher, drawing, openWatch, supplied } from '../../testing/watch.ts';
import { conditionLog } from '../condition-log/condition-log.ts';
import { recordConditionCheck } from '../record-condition-check/record-condition-check.ts';
import { stockEquation } from '../stock-equation/stock-equation.ts';
import { drawFromLot } from './draw-from-lot.ts';

/* A warehouse on a real log: two people at one lot, and what the views say of it. */

let watch: Watch;
const other = person(24);
const asker = { actor: { user: person(25), role: 'investigator' as const }, now: at('23:00') };

const caughtUp = async (): Promise<void> => watch.models.caughtUp((await watch.events()).at(-1)?.position ?? 0n);

beforeEach(async () => {
  watch = await openWatch(at('07:00'));
  await supplied(watch, 500);
});
afterEach(() => watch.close());

describe('two people who take the last ballots at once', () => {
  const both = () => Promise.allSettled([watch.tell(dispatcher, drawFromLot, drawing(1, boxId(1))), watch.tell(other, drawFromLot, drawing(2, boxId(2)))]);

  it('do not both get them: one is refused, and nothing of it is written', async () => {
    const refused = (await both()).flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual([expect.any(Objected)]);
    expect(refused.flatMap((error) => (error instanceof Objected ? [...error.objections] : []))).toEqual([
      ['logistics.lot-holds-less', { available: 200, asked: 300 }],
    ]);
    expect(await watch.events(lotDrawn.type)).toHaveLength(1);
  });

  it('may both have taken them, as is told later: that is kept, and the equation names the fact it ends with', async () => {
    await both();
    watch.clock.set(at('09:00'));
    await watch.tell(other, drawFromLot, drawing(3, boxId(3)), at('08:00'));
    const told = (await watch.events(lotDrawn.type)).at(-1);
    expect(told?.metadata.contradicts).toEqual(['logistics.lot-holds-less']);
    await caughtUp();
    const { answer } = await watch.models.find(stockEquation, { warehouse: kemelak }, asker);
    expect(answer).toMatchObject([{ difference: -100, alarms: [{ term: 'stock', short: 100, events: [{ event: told?.id, quantity: -300 }] }] }]);
  });
});

describe('what somebody saw in a zone', () => {
  it('stands in one entry with all that was found', async () => {
    await watch.tell(dispatcher, recordConditionCheck, { warehouse: kemelak, zone, found: ['humidity', 'leak'], humidity: 91, photos: [] });
    await watch.tell(other, recordConditionCheck, { warehouse: kemelak, zone, found: [], photos: [] }, at('06:30'));
    await caughtUp();
    const { answer } = await watch.models.find(conditionLog, { warehouse: kemelak }, asker);
    const found = [...(Array.isArray(answer) ? (answer as readonly { user: string; found: readonly string[] }[]) : [])];
    expect(found.map(({ user, found: hazards }) => [user, hazards]).sort()).toEqual(
      [
        [dispatcher, ['leak', 'humidity']],
        [other, []],
      ].sort(),
    );
  });
});
