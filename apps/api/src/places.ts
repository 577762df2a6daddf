import { post } from '#access';
import type { StreamCache } from '#cqrs';
import type { PlaceDirectory } from '#identity';
import { warehouse } from '#logistics';

/** Where posts and warehouses stand, for identity: contexts do not know each other, the application introduces them. */
export const placesFrom = (streams: StreamCache): PlaceDirectory => ({
  villageOfPost: async (id) => {
    const { state } = await streams.loadOrLast(post.at(id));
    return state.status === 'unregistered' ? undefined : state.village;
  },
  villageOfWarehouse: async (id) => (await streams.loadOrLast(warehouse.at(id))).state.registered?.village,
});
