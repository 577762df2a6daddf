import type { Schemas } from './names.ts';

/** What went wrong, as the API says it (RFC 9457), in the language that was asked for. */
export type Problem = Omit<Schemas['Problem'], 'code' | 'correlationId'> & { readonly code: string; readonly correlationId?: string };

/** The server has answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer: no network, or no server. Whether the server has done what was asked is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What to tell whoever asked. */
export const whyNot = (error: unknown): Problem | 'unreachable' => (error instanceof Refused ? error.problem : 'unreachable');

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** A server, or a proxy before it, that answers with something else than a problem. */
const unreadable = (status: number): Problem => ({ type: 'about:blank', title: `HTTP ${status}`, status, detail: `HTTP ${status}`, code: 'unreadable' });

export const problemIn = (status: number, body: unknown): Problem => (isProblem(body) ? body : unreadable(status));
