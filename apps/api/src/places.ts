import { post } from '#access';
import type { StreamCache } from '#cqrs';
import type { PlaceDirectory } from '#identity';

/** Where posts stand, for identity: contexts do not know each other, the application introduces them. */
export const placesFrom = (streams: StreamCache): PlaceDirectory => ({
  villageOfPost: async (id) => {
    const { state } = await streams.loadOrLast(post.at(id));
    return state.status === 'unregistered' ? undefined : state.village;
  },
});
