import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';

/** Whose first answer is on its way, and is asked for once more when it is there. */
const afterwards = new WeakSet<Query>();

const isFirstAsked = ({ state }: Query): boolean => state.data === undefined && state.fetchStatus === 'fetching';

/**
 * Asks these questions anew, where a screen shows them. A first answer that is still on its way may be from before the news,
 * and would be taken for the new one: who waits for it gets it, and then it is asked again.
 */
export async function askAnew(queries: QueryClient, which: QueryFilters): Promise<void> {
  const first = queries
    .getQueryCache()
    .findAll(which)
    .filter((query) => isFirstAsked(query) && !afterwards.has(query));
  for (const query of first) afterwards.add(query);
  const asked = queries.invalidateQueries(which);
  await Promise.all(
    first.map(async (query) => {
      await query.promise?.catch(() => undefined);
      afterwards.delete(query);
      await queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }),
  );
  await asked;
}
