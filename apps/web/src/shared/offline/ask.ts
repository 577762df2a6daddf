import { request } from '../api/http.ts';
import { pathOf, type QueryAnswer, type QueryArguments, type QueryName } from '../api/names.ts';
import { Refused } from '../api/problem.ts';
import { serverNow, type Instant } from '../time/clock.ts';
import { notePosition, seenPosition } from './position.ts';

/** An answer, and how old it is: every screen says so. */
export interface Answer<T> {
  readonly value: T;
  /** The server's time when it was answered. */
  readonly asOf: Instant;
  /** Whether the server has just said so, or this phone remembers it. */
  readonly from: 'server' | 'phone';
  /** The server knew names, and could not record that they were read: it has left them out. */
  readonly namesWithheld: boolean;
}

/**
 * Asks a question.
 * @throws Refused when the server says no; Unreachable when nobody can answer
 */
export async function ask<N extends QueryName>(query: N, args: QueryArguments<N>, signal?: AbortSignal): Promise<Answer<QueryAnswer<N>>> {
  const after = seenPosition();
  const asked = (headers: Readonly<Record<string, string>>) => request(pathOf(query), { query: args, headers, ...(signal && { signal }) });
  const { body, headers } = await asked(after === undefined ? {} : { 'Saksi-After': after }).catch((error: unknown) => {
    // The view lags behind what was recorded here: an older answer, which says its age, is better than none.
    if (error instanceof Refused && error.problem.code === 'view-behind') return asked({});
    throw error;
  });
  notePosition(headers.get('Saksi-Position'));
  return { value: body as QueryAnswer<N>, asOf: serverNow(), from: 'server', namesWithheld: headers.has('Saksi-Names-Withheld') };
}
