import { request } from '../api/http.ts';
import { inTime, patience } from '../api/in-time.ts';
import { pathOf, type QueryAnswer, type QueryArguments, type QueryName } from '../api/names.ts';
import { Refused, Unreachable } from '../api/problem.ts';
import { currentSession } from '../session/session.ts';
import { measuredOffset, serverNow, type Instant } from '../time/clock.ts';
import { mightAnswer, nobodyAnswered, somebodyAnswered } from './carrying.ts';
import { begunHere, foldWaiting } from './fold/fold.ts';
import { remember, remembered } from './keep/answers.ts';
import { isFull } from './keep/room.ts';
import { notePosition, seenPosition } from './position.ts';
import { keepOf } from './queue.ts';

/** An answer, and how old it is: every screen says so. */
export interface Answer<T> {
  readonly value: T;
  /** The server's time when it was answered. */
  readonly asOf: Instant;
  /** Whether the server has just said so, or this phone remembers it. */
  readonly from: 'server' | 'phone';
  /** The server knew names, and could not record that they were read: it has left them out. */
  readonly namesWithheld: boolean;
  /** How far in the log the server's view was; absent when this phone answers. */
  readonly position?: string;
}

/** Asked of the world as it is now: what a post needs to go on working without a network. */
const worthKeeping: ReadonlySet<string> = new Set<QueryName>([
  'access.doors',
  'access.known-guests',
  'access.musters',
  'access.overdue',
  'access.posts',
  'access.shift-sheet',
  'access.shifts',
  'access.visit',
  'access.visits',
  'access.watchlist',
  'access.who-is-inside',
  'identity.entry-counts',
  'identity.marked-entries',
  'identity.on-duty',
  'logistics.condition-log',
  'logistics.dispatch-board',
  'logistics.box-counts',
  'logistics.box-history',
  'logistics.box-whereabouts',
  'logistics.manifest',
  'logistics.planned-contents',
  'logistics.stock',
  'logistics.standing-contradictions',
  'logistics.stock-equation',
  'logistics.planned-boxes',
  'logistics.warehouses',
]);

/** Lists that a phone wants whole, or they are of no use to it. */
const whole: ReadonlySet<string> = new Set<QueryName>(['logistics.planned-boxes']);

/** After that nobody will answer: a browser asks only a few things at a time, and the next ones wait, ms. */
const longest = 30_000;
/** How long a screen waits for a server that did not answer last, ms. */
const impatience = 300;

interface Asking<T> {
  readonly signal?: AbortSignal;
  /** Hears what the server answers after all, when this phone's memory was quicker. */
  readonly late?: (answer: Answer<T>) => void;
}

/**
 * Asks a question. Without the server, or while it takes longer than a person waits, what this phone remembers of its last
 * answer; in both, with what waits here to be sent.
 * @throws Refused when the server says no; Unreachable when nobody can answer
 */
export async function ask<N extends QueryName>(
  query: N,
  args: QueryArguments<N>,
  { signal, late }: Asking<QueryAnswer<N>> = {},
): Promise<Answer<QueryAnswer<N>>> {
  const keeps = worthKeeping.has(query) && !Object.keys(args).some((name) => ['at', 'knownAt', 'cursor'].includes(name));
  const asking = (whole.has(query) ? askForAll : askServer)(query, args, signal);
  if (!keeps) return (await asking.catch((error: unknown) => orThrow(error, instead(error, query, args, keeps)))) as Answer<QueryAnswer<N>>;
  const finish = async (answer: Answer<unknown>): Promise<Answer<QueryAnswer<N>>> => {
    if (answer.from === 'server') await keepAnswer(query, args, answer);
    const { position } = answer;
    const answered = answer.from === 'phone' ? { since: answer.asOf - (measuredOffset() ?? 0) } : position === undefined ? {} : { position };
    return { ...answer, value: await foldWaiting(query, args, answer.value, answered) } as Answer<QueryAnswer<N>>;
  };
  const answer = await inTime(asking, {
    ms: mightAnswer() ? patience : impatience,
    meanwhile: () => {
      nobodyAnswered();
      return instead(new Unreachable(), query, args, keeps);
    },
    late: (found) => void finish(found).then((finished) => late?.(finished)),
  }).catch((error: unknown) => orThrow(error, instead(error, query, args, keeps)));
  return finish(answer);
}

const orThrow = async <T>(error: unknown, found: Promise<T | undefined>): Promise<T> => {
  const kept = await found;
  if (kept === undefined) throw error;
  return kept;
};

/** Ends when whoever asks no longer wants to know, or when nobody will answer. @throws Unreachable */
async function withinLimits<T>(signal: AbortSignal | undefined, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
  const limited = new AbortController();
  const abort = (): void => limited.abort();
  const timer = setTimeout(abort, longest);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await work(limited.signal);
  } catch (error) {
    if (limited.signal.aborted && signal?.aborted !== true) throw new Unreachable(undefined, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** What this phone can say when the server does not: what it remembers, or what began here and the log has not heard of. */
async function instead(error: unknown, query: QueryName, args: object, keeps: boolean): Promise<Answer<unknown> | undefined> {
  const silent = saysNothing(error);
  if (!silent && !(error instanceof Refused && error.problem.status === 404)) return undefined;
  const begun = await begunHere(query, args);
  if (begun !== undefined) return { value: begun, asOf: serverNow(), from: 'phone', namesWithheld: false };
  return silent && keeps ? fromPhone(query, args) : undefined;
}

/** Nobody answered, or a server that has outgrown this app: neither says anything of the world. */
const saysNothing = (error: unknown): boolean => error instanceof Unreachable || (error instanceof Refused && error.problem.code === 'app-too-old');

async function askServer(query: QueryName, args: object, signal: AbortSignal | undefined): Promise<Answer<unknown>> {
  const after = seenPosition();
  const asked = (headers: Readonly<Record<string, string>>) =>
    withinLimits(signal, (limited) => request(pathOf(query), { query: args as Readonly<Record<string, string>>, headers, signal: limited }));
  const { body, headers } = await asked(after === undefined ? {} : { 'Saksi-After': after }).catch((error: unknown) => {
    // The view lags behind what was recorded here: an older answer, which says its age, is better than none.
    if (error instanceof Refused && error.problem.code === 'view-behind') return asked({});
    throw error;
  });
  somebodyAnswered();
  const position = headers.get('Saksi-Position');
  notePosition(position);
  return { value: body, asOf: serverNow(), from: 'server', namesWithheld: headers.has('Saksi-Names-Withheld'), ...(position !== null && { position }) };
}

interface Page {
  readonly items: readonly unknown[];
  readonly next?: string;
}
const pageSize = 500;
/** No list is that long: a server that says so is wrong. */
const mostPages = 200;

/** One page after the other, as one list. */
async function askForAll(query: QueryName, args: object, signal: AbortSignal | undefined): Promise<Answer<unknown>> {
  const items: unknown[] = [];
  let answer = await askServer(query, { ...args, limit: pageSize }, signal);
  const { position } = answer;
  for (let page = 1; page < mostPages; page++) {
    const { items: more, next } = answer.value as Page;
    items.push(...more);
    if (next === undefined) break;
    answer = await askServer(query, { ...args, limit: pageSize, cursor: next }, signal);
  }
  // What was recorded after the first page may be on none of them.
  return { ...answer, value: { items }, ...(position !== undefined && { position }) };
}

const questionOf = (query: string, args: object): string => JSON.stringify([query, Object.entries(args).sort()]);

async function keepAnswer(query: QueryName, args: object, { value, asOf }: Answer<unknown>): Promise<void> {
  const keep = await keepOf();
  if (!keep || currentSession().state !== 'signed-in') return;
  await remember(keep, questionOf(query, args), { value, asOf }).catch((error: unknown) => {
    // What waits has the room that there is; this can be asked again.
    if (!isFull(error)) throw error;
  });
}

async function fromPhone(query: QueryName, args: object): Promise<Answer<unknown> | undefined> {
  const keep = await keepOf();
  const kept = keep && (await remembered(keep, questionOf(query, args)));
  return kept && { ...kept, from: 'phone', namesWithheld: false };
}
