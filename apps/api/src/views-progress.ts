import type { FileStatus } from '#read-models';
import type { Saksi } from './parts.ts';

const isLive = ({ state }: FileStatus): boolean => state.kind === 'live';

const placeOf = ({ context, state, position, head, rebuild }: FileStatus): object => ({
  context,
  state: state.kind,
  position: position.toString(),
  head: head.toString(),
  ...(rebuild && { events: rebuild.events, eventsPerSecond: rebuild.eventsPerSecond }),
});

/**
 * Says in the log how far the views are while they are not up to date, as on a node that starts empty, and when they
 * are. Returns what ends it.
 */
export function tellViewsProgress({ readModels, log }: Pick<Saksi, 'readModels' | 'log'>, every = 5_000): () => void {
  let behind = false;
  const tell = (): void => {
    const waiting = readModels.status().filter((status) => !isLive(status));
    if (waiting.length > 0) log.info({ views: waiting.map(placeOf) }, 'The views are not up to date with the log yet.');
    else if (behind) log.info({}, 'The views are up to date with the log.');
    behind = waiting.length > 0;
  };
  tell();
  const timer = setInterval(tell, every).unref();
  return () => clearInterval(timer);
}
