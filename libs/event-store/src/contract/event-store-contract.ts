import { appendingClauses } from './appending.ts';
import { concurrencyClauses } from './concurrency.ts';
import { readingClauses } from './reading.ts';
import { reopeningClauses } from './reopening.ts';
import { newScene, type Opened, type Scene } from './scene.ts';
import { subscribingClauses } from './subscribing.ts';

/** Every clause of the port's contract. An adapter's spec calls it; nothing can be left out. */
export function eventStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`the event store's contract: ${name}`, () => {
    let opened: Opened;
    let current: Scene;
    const scene = (): Scene => current;
    beforeAll(async () => {
      opened = await open();
      current = await newScene(opened.store);
    }, 60_000);
    beforeEach(async () => {
      current = await newScene(current.store);
    });
    afterAll(() => opened.close());

    describe('appending', () => appendingClauses(scene));
    describe('reading', () => readingClauses(scene));
    describe('subscribing', () => subscribingClauses(scene));
    describe('many at once', () => concurrencyClauses(scene));
    describe('reopening', () =>
      reopeningClauses(scene, async (how) => {
        const store = await opened.reopen(how);
        current = await newScene(store);
        return current;
      }));
  });
}
