import { boxJourneys } from './journeys/boxes.ts';
import { cardPhotoJourneys } from './journeys/card-photo.ts';
import { guardJourneys } from './journeys/guard.ts';
import { readersJourneys } from './journeys/readers.ts';
import { warehouseJourneys } from './journeys/warehouse.ts';
import { mergingJourney, paperJourney, squadLeaderJourneys } from './journeys/squad-leader.ts';
import { zonePhotoJourneys } from './journeys/zone-photo.ts';
import { lookAtScreens } from './look-at-screens.ts';
import { openWorld, type World } from './world.ts';

/* One server and one browser for everything: both take long to start. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 300_000);
afterAll(async () => world.close());

guardJourneys(() => world);
readersJourneys(() => world);
cardPhotoJourneys(() => world);
zonePhotoJourneys(() => world);
squadLeaderJourneys(() => world);
lookAtScreens(() => world);
// Afterwards: the screens tell of all three.
warehouseJourneys(() => world);
boxJourneys(() => world);
mergingJourney(() => world);
paperJourney(() => world);

it('no page failed, ran a script that is not its own, or asked another server', () => expect(world.complaints).toEqual([]));
