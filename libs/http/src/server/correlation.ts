import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isUuid, uuidv7, type Clock } from '#kernel';

const current = new AsyncLocalStorage<string>();

/** The correlation id of the request that is being served; undefined outside of one. */
export const correlationId = (): string | undefined => current.getStore();

/** Runs work that no request started (a process, a command of the CLI) under a correlation id. */
export const underCorrelation = <R>(id: string, work: () => R): R => current.run(id, work);

/** `Saksi-Correlation-Id`, else the command's own id, else a new one. */
export function requestIds(clock: Clock): (request: Pick<IncomingMessage, 'headers'>) => string {
  return ({ headers }) => {
    for (const sent of [headers['saksi-correlation-id'], headers['idempotency-key']]) if (typeof sent === 'string' && isUuid(sent)) return sent;
    return uuidv7(clock.now());
  };
}

/** Entered twice: reading the body leaves the first context, as its events belong to the socket. */
export function correlate(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => current.run(request.id, done));
  instance.addHook('preValidation', (request, _reply, done) => current.run(request.id, done));
}
