import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../language.ts';
import { problem, problemDocument, type Problem } from './problem.ts';
import { problemOf } from './translate.ts';
import { traceOf } from './trace.ts';

/** Where unexpected errors are told, once. pino fits. */
export interface ErrorLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

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
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    answerProblem(error, request, reply, this.#log);
  }
}

/** For what goes wrong before Nest sees the request, and by the filter. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: ErrorLog): void {
  const found = atThisAddress(problemOf(error), request);
  const correlationId = String(request.id);
  if (found.status === 500) log.error({ correlationId, trace: traceOf(found.cause) }, 'A request failed unexpectedly.');
  else if (found.status === 503) log.warn({ correlationId, code: found.code, trace: traceOf(error) }, 'A request could not be served.');
  if (reply.sent || reply.raw.headersSent) {
    // Half an answer is worse than none: the client repeats with the same key.
    reply.raw.destroy();
    return;
  }
  const language = languageOf(request.headers['accept-language']);
  const { retryAfter, allow } = found.parts;
  if (retryAfter !== undefined) reply.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  if (allow) reply.header('Allow', allow.join(', '));
  if (found.status === 401) reply.header('WWW-Authenticate', 'Bearer realm="saksi"');
  reply
    .code(found.status)
    .headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': language, 'Cache-Control': 'no-store', Vary: 'Accept-Language', 'Saksi-Correlation-Id': correlationId })
    .send(JSON.stringify(problemDocument(found, language, correlationId)));
}

/** An address that exists, asked with another method, is a 405 with what it takes. */
function atThisAddress(found: Problem, request: FastifyRequest): Problem {
  if (found.code !== 'no-such-address') return found;
  const url = request.url.split('?', 1)[0] ?? '/';
  const allow = methods.filter((method) => method !== request.method && request.server.hasRoute({ method, url }));
  return allow.length > 0 ? problem('method-not-allowed', { allow }) : found;
}
