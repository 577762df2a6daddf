import { currentLanguage } from '../language/language.ts';
import { deviceNow, noteServerTime } from '../time/clock.ts';
import { takeFirst } from './first-question.ts';
import { problemIn, Refused, Unreachable } from './problem.ts';
import { aboutThisApp } from './protocol.ts';

export interface Answered {
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Request {
  readonly method?: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly signal?: AbortSignal;
}

let csrf: string | undefined;
/** Sent with everything that changes something; the session's own (`GET /api/identity/me`). */
export const useCsrf = (token: string | undefined): void => {
  csrf = token;
};

let tooOld: () => void = () => undefined;
/** Called whenever the server says that it does not understand this app any more. */
export const whenTooOld = (told: () => void): void => {
  tooOld = told;
};

export const headersOf = ({ method, headers, body }: Request): Record<string, string> => ({
  ...aboutThisApp(currentLanguage()),
  ...(body && { 'Content-Type': 'application/json' }),
  ...(method === 'POST' && csrf !== undefined && { 'Saksi-Csrf': csrf }),
  ...headers,
});

/**
 * One request to the server that this app came from.
 * @throws Refused when it answers with a problem; Unreachable when it does not answer
 */
export async function request(path: string, asked: Request = {}): Promise<Answered> {
  const { method = 'GET', query = {}, body, signal } = asked;
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const url = said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
  const first = takeFirst(url);
  const sent = first?.sent ?? deviceNow();
  const sending =
    first?.response ??
    fetch(url, { method, headers: headersOf(asked), body: body ? JSON.stringify(body) : null, signal: signal ?? null, credentials: 'same-origin' });
  const response = await sending.catch((error: unknown) => {
    throw signal?.aborted === true ? error : new Unreachable(undefined, { cause: error });
  });
  noteServerTime(response.headers.get('Saksi-Now'), sent, deviceNow());
  const answer: unknown = await bodyOf(response);
  if (response.ok) return { body: answer, headers: response.headers };
  const problem = problemIn(response.status, answer);
  if (problem.code === 'app-too-old') tooOld();
  throw new Refused(problem);
}

/** Half an answer is none; a page instead of data is a proxy's. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw new Unreachable(undefined, { cause: error });
  }
}
