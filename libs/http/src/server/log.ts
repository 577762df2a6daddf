import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { FastifyInstance } from 'fastify';
import { traceOf } from '../problem/trace.ts';
import { correlationId } from './correlation.ts';

export type Log = Logger;

export interface LogOptions {
  /** Default `info`. */
  readonly level?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** JSON lines with the correlation id. An error is logged by where it came from, never by what it says. */
export function createLog({ level = 'info', destination }: LogOptions = {}): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const id = correlationId();
      return id === undefined ? {} : { correlationId: id };
    },
    serializers: { err: traceOf, error: traceOf, cause: traceOf },
    // A net below the rule that none of these is ever handed to the log.
    redact: { paths: ['body', 'headers', 'query', 'url', 'cookie', 'authorization', 'req', 'res', 'request', 'reply'], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Nest's own messages as lines of the same log. */
export function nestLog(log: Log): LoggerService {
  const line =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...others: readonly unknown[]): void => {
      const context = others.at(-1);
      const details = { ...(typeof context === 'string' && context.length < 60 && { context }), ...(message instanceof Error && { err: message }) };
      log[level](details, typeof message === 'string' ? message : message instanceof Error ? message.name : 'A message of the framework.');
    };
  return { log: line('info'), error: line('error'), warn: line('warn'), debug: line('debug'), verbose: line('trace'), fatal: line('fatal') };
}

/** One line per request: method, the route's pattern (never the address itself), status, duration. */
export function logRequests(instance: FastifyInstance, log: Log): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const details = {
      correlationId: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) log.warn(details, 'Request failed.');
    else log.info(details, 'Request answered.');
    done();
  });
}

/** The pattern that matched (`/api/visits/:id`), or `(none)`. */
export const routeOf = (request: { readonly routeOptions: { readonly url?: string | undefined }; readonly is404: boolean }): string =>
  request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)');
