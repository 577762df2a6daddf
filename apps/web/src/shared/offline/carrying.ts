import { request } from '../api/http.ts';
import { Refused } from '../api/problem.ts';
import { currentSession, sessionLost } from '../session/session.ts';
import { deviceNow } from '../time/clock.ts';
import { carryOn, type Carried, type Road } from './carry/courier.ts';
import { keepOf, noteQueue, queueChanged } from './queue.ts';

/** Whether it is worth asking: there is a network as far as the browser knows, and the server answered last. */
let answered = true;
export const mightAnswer = (): boolean => navigator.onLine && answered;

/** Nobody answered; what is recorded until somebody does is saved and carried. */
export const nobodyAnswered = (): void => {
  answered = false;
};

let wake: (() => void) | undefined;
let woken = false;

/** Something new waits, or the network may be back. */
export function wakeCourier(): void {
  woken = true;
  wake?.();
}

/** Cut short by `wakeCourier`; one that comes while nobody rests counts for the next rest. */
const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      wake = undefined;
      woken = false;
      resolve();
    };
    const timer = setTimeout(done, ms);
    wake = done;
    signal.addEventListener('abort', done, { once: true });
    if (woken) done();
  });

/** `Saksi-Sent-At`: from it the server learns how far this phone's clock is off. */
export const sentNow = (): Readonly<Record<string, string>> => ({ 'Saksi-Sent-At': new Date(deviceNow()).toISOString() });

const road: Road = {
  async bring(entries) {
    const { body } = await post('/api/identity/carry-entries', { entries: entries.map(({ id, stream, sealed }) => ({ entry: id, stream, sealed })) });
    return body as readonly Carried[];
  },
  async missing(entries) {
    const { body } = await post('/api/identity/known-entries', { entries });
    return (body as { missing: readonly string[] }).missing;
  },
  now: deviceNow,
  rest,
};

async function post(path: string, body: object): ReturnType<typeof request> {
  try {
    const found = await request(path, { method: 'POST', headers: sentNow(), body, signal: AbortSignal.timeout(30_000) });
    answered = true;
    return found;
  } catch (error) {
    if (error instanceof Refused) {
      answered = true;
      if (error.problem.code === 'unauthenticated') sessionLost();
      if (error.problem.code === 'app-too-old') noteQueue({ appTooOld: true });
    } else answered = false;
    throw error;
  }
}

/** Carries for whoever is signed in, until the returned function is called. */
export function startCarrying(): () => void {
  const ending = new AbortController();
  void carryWhileSignedIn(ending.signal);
  addEventListener('online', wakeCourier);
  document.addEventListener('visibilitychange', wakeCourier);
  return () => {
    ending.abort();
    removeEventListener('online', wakeCourier);
    document.removeEventListener('visibilitychange', wakeCourier);
  };
}

async function carryWhileSignedIn(signal: AbortSignal): Promise<void> {
  const keep = await keepOf();
  if (!keep || signal.aborted || currentSession().state !== 'signed-in') return;
  await carryOn({ keep, road, changed: () => void queueChanged(), progress: (progress) => noteQueue({ progress }) }, signal);
}
