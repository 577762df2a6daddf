import { InvalidFields, parseBody } from '#http';
import { limitVisits, MinutesAllowed } from './minutes-allowed.ts';

class Asked {
  @MinutesAllowed() minutesAllowed!: number;
}
const asking = (minutesAllowed: number) => () => parseBody(Asked, { minutesAllowed });

afterEach(() => limitVisits(1_440));

it('lets a guest in for as long as is configured, and no longer', () => {
  expect(asking(1_440)).not.toThrow();
  limitVisits(90);
  expect(asking(90)).not.toThrow();
  expect(asking(91)).toThrow(InvalidFields);
});
