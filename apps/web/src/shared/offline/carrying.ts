import { request } from '../api/http.ts';
import { Refused, Unreachable } from '../api/problem.ts';
import { currentSession, sessionLost } from '../session/session.ts';
import { deviceNow } from '../time/clock.ts';
import { carryOn, type Carried, type Road } from './carry/courier.ts';
import { notePosition } from './position.ts';
import { keepOf, noteQueue, queueChanged } from './queue.ts';

/** Whether it is worth asking: there is a network as far as the browser knows, and the server answered last. */
let answered = true;
export const mightAnswer = (): boolean => navigator.onLine && answered;

/** Nobody answered; what is recorded until somebody does is saved and carried. */
export const nobodyAnswered = (): void => {
  answered = false;
};

/** Whoever answered a question will answer a command. */
export const somebodyAnswered = (): void => {
  answered = true;
};

let resting: { readonly why: 'no-work' | 'failed'; readonly end: () => void } | undefined;
let moreWork = false;

/** Something new waits. After a failure that is no reason to try earlier. */
export function wakeCourier(): void {
  moreWork = true;
  if (resting?.why === 'no-work') resting.end();
}

/** The network may be back. */
const tryAgain = (): void => resting?.end();

const rest: Road['rest'] = (ms, why, signal) =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resting = undefined;
      moreWork = false;
      resolve();
    };
    const timer = setTimeout(end, ms);
    resting = { why, end };
    signal.addEventListener('abort', end, { once: true });
    if (why === 'no-work' && moreWork) end();
  });

/** `Saksi-Sent-At`: from it the server learns how far this phone's clock is off. */
export const sentNow = (): Readonly<Record<string, string>> => ({ 'Saksi-Sent-At': new Date(deviceNow()).toISOString() });

const road: Road = {
  async bring(entries) {
    const { body } = await post('/api/identity/carry-entries', { entries: entries.map(({ id, stream, sealed }) => ({ entry: id, stream, sealed })) });
    const told = body as readonly Carried[];
    for (const { receipt } of told) notePosition(receipt?.position);
    return told;
  },
  async missing(entries) {
    const { body } = await post('/api/identity/known-entries', { entries });
    return (body as { missing: readonly string[] }).missing;
  },
  now: deviceNow,
  rest,
};

async function post(path: string, body: object): ReturnType<typeof request> {
  if (!navigator.onLine) throw new Unreachable();
  try {
    const found = await request(path, { method: 'POST', headers: sentNow(), body, signal: AbortSignal.timeout(30_000) });
    answered = true;
    return found;
  } catch (error) {
    if (error instanceof Refused) {
      answered = true;
      if (error.problem.code === 'unauthenticated') sessionLost();
    } else answered = false;
    throw error;
  }
}

/** Carries for whoever is signed in, until the returned function is called. */
export function startCarrying(): () => void {
  const ending = new AbortController();
  void carryWhileSignedIn(ending.signal);
  addEventListener('online', tryAgain);
  document.addEventListener('visibilitychange', tryAgain);
  return () => {
    ending.abort();
    removeEventListener('online', tryAgain);
    document.removeEventListener('visibilitychange', tryAgain);
  };
}

async function carryWhileSignedIn(signal: AbortSignal): Promise<void> {
  const keep = await keepOf();
  if (!keep || signal.aborted || currentSession().state !== 'signed-in') return;
  await carryOn({ keep, road, changed: queueChanged, progress: (progress) => noteQueue({ progress }) }, signal);
}
