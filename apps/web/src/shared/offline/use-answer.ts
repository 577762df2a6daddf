import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { QueryAnswer, QueryArguments, QueryName } from '../api/names.ts';
import { whyNot, type Problem } from '../api/problem.ts';
import { askAnew } from '../live/ask-anew.ts';
import { noteShown } from '../live/shown.ts';
import { sessionLost } from '../session/session.ts';
import { ask, type Answer } from './ask.ts';
import { useQueue } from './queue.ts';

export interface Answered<T> {
  readonly answer: Answer<T> | undefined;
  /** Why there is no answer, or no newer one. */
  readonly problem: Problem | 'unreachable' | undefined;
  readonly waiting: boolean;
  readonly again: () => void;
}

interface Asking {
  /** Asked again at each change, of the log and of what waits here; a screen that itself makes a change a second asks when it wants to. */
  readonly live?: boolean;
}

/** What the server said at last, unless it has said something newer since. */
const insteadOfMemory =
  <T>(answer: Answer<T>) =>
  (held: Answer<T> | undefined): Answer<T> | undefined =>
    held === undefined || held.from === 'phone' ? answer : held;

/** A question's answer on a screen; asked again when the log says that it changed. */
export function useAnswer<N extends QueryName>(query: N, args: QueryArguments<N> | undefined, { live = true }: Asking = {}): Answered<QueryAnswer<N>> {
  const queries = useQueryClient();
  const queryKey = live ? [...query.split('.'), args] : ['kept', query, args];
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    enabled: args !== undefined,
    queryFn: ({ signal }) =>
      args === undefined
        ? Promise.reject(new TypeError('Nothing is asked.'))
        : ask(query, args, { signal, late: (answer) => queries.setQueryData(queryKey, insteadOfMemory(answer)) }),
  });
  const problem = error ? whyNot(error) : undefined;
  const lost = problem !== undefined && problem !== 'unreachable' && problem.code === 'unauthenticated';
  useEffect(() => {
    if (lost) sessionLost();
  }, [lost]);
  useEffect(() => (data ? noteShown(data.asOf) : undefined), [data]);
  // What is saved here is part of the answer, and what has been sent is part of the server's.
  const waiting = useQueue().open.filter(({ askedUntil }) => askedUntil === undefined || askedUntil === 0).length;
  const seen = useRef(waiting);
  useEffect(() => {
    if (seen.current === waiting) return;
    seen.current = waiting;
    if (live) void askAnew(queries, { queryKey, exact: true });
  });
  return { answer: data, problem, waiting: isPending && args !== undefined, again: () => void refetch() };
}
