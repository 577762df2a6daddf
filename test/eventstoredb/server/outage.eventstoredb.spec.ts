import { outage } from '../outage.ts';
import { realServer } from './real-server.ts';

const { settings, power, remove } = realServer();

if (power) {
  describe('a real EventStoreDB goes away', () => {
    outage(async () => ({ settings, kill: () => power.kill(), start: () => power.start(), close: remove }));
  });
} else {
  it('is left alone where the environment does not say how it is killed and started', () => expect(power).toBeUndefined());
}
