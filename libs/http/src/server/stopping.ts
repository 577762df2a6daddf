import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { problem } from '../problem/problem.ts';

export interface StopOptions {
  /** Ends what would never end by itself: streams of changes. */
  readonly closeStreams: () => void;
  /** Closes the application: listeners, then what it is made of. */
  readonly close: () => Promise<void>;
  /** How long all of it may take, ms. Default 10,000. */
  readonly within?: number;
}

/** Ends a server in order: nothing new is begun, what is under way finishes, then everything closes. */
export interface Stopping {
  /** True once stopping has begun: readiness says so. */
  readonly begun: () => boolean;
  /** `forced`: not everything ended in time. Asked again, it answers the same. */
  readonly stop: () => Promise<'clean' | 'forced'>;
}

/** To be called before any route is added: it counts the requests under way. */
export function stopGracefully(instance: FastifyInstance, { closeStreams, close, within = 10_000 }: StopOptions): Stopping {
  const underWay = new Set<object>();
  let idle: () => void = () => undefined;
  let stopping: Promise<'clean' | 'forced'> | undefined;

  const ended = (request: object): void => {
    underWay.delete(request);
    if (underWay.size === 0) idle();
  };

  instance.addHook('onRequest', (request, reply, done) => {
    underWay.add(request);
    // Whoever goes away before the answer has gone out gets no `onResponse`.
    reply.raw.once('close', () => ended(request));
    if (!stopping) return done();
    reply.header('Connection', 'close');
    done(problem('stopping', { retryAfter: 5 }));
  });
  instance.addHook('onResponse', (request, _reply, done) => {
    ended(request);
    done();
  });

  async function inOrder(): Promise<'clean'> {
    closeStreams();
    if (underWay.size > 0) await new Promise<void>((resolve) => (idle = resolve));
    instance.server.closeIdleConnections();
    await close();
    return 'clean';
  }

  async function inTime(): Promise<'clean' | 'forced'> {
    const given = new AbortController();
    const late = wait(within, 'forced' as const, { signal: given.signal }).catch(() => 'forced' as const);
    const outcome = await Promise.race([inOrder(), late]);
    given.abort();
    if (outcome === 'forced') instance.server.closeAllConnections();
    return outcome;
  }

  return { begun: () => stopping !== undefined, stop: () => (stopping ??= inTime()) };
}

/** Stops at SIGTERM and SIGINT, then ends the process: 0 when all ended in order, 1 when not. A second signal ends it at once. */
export function stopAtSignals({ stop }: Pick<Stopping, 'stop'>, end: (code: number) => void = (code) => process.exit(code)): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) return end(1);
      asked = true;
      stop().then(
        (outcome) => end(outcome === 'clean' ? 0 : 1),
        () => end(1),
      );
    });
  }
}
