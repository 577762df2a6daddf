import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Headers } from '../envelope/envelope.ts';
import { languageOf } from '../language.ts';
import { problem, problemDocument, type Problem } from './problem.ts';
import { problemOf } from './translate.ts';
import { traceOf } from './trace.ts';

/** Where unexpected errors are told, once. pino fits. */
export interface ErrorLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** What is needed of a request to answer it with a problem. */
export interface ProblemRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly server: { hasRoute(route: { readonly method: string; readonly url: string }): boolean };
}

/** What is needed of a reply to send a problem. */
export interface ProblemReply {
  readonly sent: boolean;
  readonly raw: { readonly headersSent: boolean; destroy(): unknown };
  code(status: number): unknown;
  headers(headers: Readonly<Record<string, string>>): unknown;
  send(payload: string): unknown;
}

/** Methods that record nothing. */
const questions: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers every error as a problem, in the asked language. Unexpected ones are logged once, without their messages. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: ErrorLog;
  constructor(log: ErrorLog) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ProblemRequest>();
    const reply = http.getResponse<ProblemReply>();
    answerProblem(error, request, reply, this.#log);
  }
}

/** Sends an error's problem, or ends the connection when half an answer has gone out. */
function answerProblem(error: unknown, request: ProblemRequest, reply: ProblemReply, log: ErrorLog): void {
  const { status, headers, body } = problemAnswer(error, request, log);
  if (reply.sent || reply.raw.headersSent) {
    // Half an answer is worse than none: the client repeats with the same key.
    reply.raw.destroy();
    return;
  }
  reply.code(status);
  reply.headers(headers);
  reply.send(body);
}

/** An error as the answer to a request; logged here, once, when it is the server's. */
export function problemAnswer(
  error: unknown,
  request: ProblemRequest,
  log: ErrorLog,
): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const found = atThisAddress(problemOf(error), request);
  const correlationId = String(request.id);
  if (found.status === 500) log.error({ correlationId, trace: traceOf(found.cause) }, 'A request failed unexpectedly.');
  else if (found.status === 503) log.warn({ correlationId, code: found.code, trace: traceOf(error) }, 'A request could not be served.');
  const accepted = request.headers['accept-language'];
  const language = languageOf(typeof accepted === 'string' ? accepted : undefined);
  const { retryAfter, allow } = found.parts;
  const headers = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
    'Saksi-Correlation-Id': correlationId,
    ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
    ...(allow && { Allow: allow.join(', ') }),
    ...(found.status === 401 && { 'WWW-Authenticate': 'Bearer realm="saksi"' }),
  };
  return { status: found.status, headers, body: JSON.stringify(problemDocument(found, language, correlationId, questions.has(request.method))) };
}

/** An address that exists, asked with another method, is a 405 with what it takes. */
function atThisAddress(found: Problem, request: ProblemRequest): Problem {
  if (found.code !== 'no-such-address') return found;
  const url = request.url.split('?', 1)[0] ?? '/';
  const allow = methods.filter((method) => method !== request.method && request.server.hasRoute({ method, url }));
  return allow.length > 0 ? problem('method-not-allowed', { allow }) : found;
}
