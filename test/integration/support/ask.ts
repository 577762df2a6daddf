import { request as send } from 'undici';
import type { Person } from './kemelak.ts';

/** One request as a table of a spec writes it. */
export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/access/lock-door`, with its query. */
  readonly to: string;
  readonly as?: Person;
  /** An object travels as JSON; text and bytes travel as they are. */
  readonly body?: object | string | Buffer;
  /** A header that is undefined is not sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly language?: 'id' | 'en';
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The JSON that came back; empty without one, as with a file. */
  readonly body: Readonly<Record<string, unknown>>;
}

const textOf = (body: Request['body']): string | Buffer | null =>
  body === undefined ? null : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);

/** Sends exactly what is said, headers included: nothing is added that a malformed request would lack. */
export async function answerTo(url: string, { method, to, as, body, headers = {}, language }: Request): Promise<Answer> {
  const sent: Readonly<Record<string, string | undefined>> = {
    ...(as && { authorization: `Bearer ${as.token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(language && { 'accept-language': language }),
    ...headers,
  };
  const answer = await send(new URL(to, url), {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: Object.fromEntries(Object.entries(sent).filter((header): header is [string, string] => header[1] !== undefined)),
    body: textOf(body),
  });
  const text = await answer.body.text();
  const isJson = text !== '' && String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, headers: answer.headers, body: (isJson ? JSON.parse(text) : {}) as Answer['body'] };
}
