import { HttpException } from '@nestjs/common';
import { ConcurrencyConflict, EventStoreUnavailable, OutcomeUnknown } from '#event-store';
import { InvalidEnvelope } from '../envelope/envelope.ts';
import { InvalidFields } from '../fields/faults.ts';
import { problem, Problem } from './problem.ts';
import type { ProblemCode } from './catalogue.ts';

type ErrorClass<E extends Error> = abstract new (...arguments_: never[]) => E;
type Translation = (error: Error) => Problem | undefined;

const translations = new Map<ErrorClass<Error>, Translation>();

/**
 * Says which problem an error of another library is: `knowError(NotPermitted, () => problem('forbidden'))`. Called
 * when the server is composed; the last word on a class holds.
 */
export function knowError<E extends Error>(type: ErrorClass<E>, translate: (error: E) => Problem): void {
  translations.set(type, (error) => (error instanceof type ? translate(error) : undefined));
}

knowError(EventStoreUnavailable, ({ diskFull, retryAfter }) => problem(diskFull ? 'disk-full' : 'unavailable', { retryAfter }));
knowError(OutcomeUnknown, () => problem('outcome-unknown', { retryAfter: 1 }));
knowError(ConcurrencyConflict, () => problem('still-conflicting', { retryAfter: 1 }));
knowError(InvalidFields, (invalid) => problem('invalid-fields', { errors: (language) => invalid.said(language) }));
knowError(InvalidEnvelope, (invalid) => problem('invalid-envelope', { errors: (language) => invalid.said(language) }));

/** What Nest and Fastify answer with a bare status. */
const ofStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'no-such-address',
  405: 'method-not-allowed',
  409: 'still-conflicting',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** The problem that an error is; `unexpected`, with the error as its cause, for everything that nobody declared. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error) {
    for (let type: unknown = error.constructor; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
      const translated = translations.get(type as ErrorClass<Error>)?.(error);
      if (translated) return translated;
    }
  }
  const status = statusOf(error);
  if (status === undefined || (status >= 500 && status !== 503)) return problem('unexpected', { cause: error });
  return problem(ofStatus[status] ?? 'malformed-request', status >= 500 ? { cause: error } : {});
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return undefined;
  // Fastify's errors inherit from Error by prototype only, so they are known by their name, as Fastify itself does.
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  return name === 'FastifyError' && typeof statusCode === 'number' ? statusCode : undefined;
}
