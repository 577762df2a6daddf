import { FastifyAdapter } from '@nestjs/platform-fastify';
import { systemClock, uuidv7, type Clock } from '#kernel';
import type { Socket } from 'node:net';
import { problemAnswer, type ErrorLog, type ProblemRequest } from '../problem/filter.ts';
import { correlate, requestIds } from './correlation.ts';
import { parseJson } from './json.ts';
import { answerConnection, answerExpectation, type ConnectionError } from './unread.ts';

/** A certificate and its key, in PEM. */
export interface TlsMaterial {
  readonly cert: string;
  readonly key: string;
}

export interface AdapterOptions {
  readonly log: ErrorLog;
  readonly clock?: Clock;
  readonly tls?: TlsMaterial;
  /** Believe `X-Forwarded-For` and `-Proto` of this many proxies before the server, or of these addresses. Default: none. */
  readonly behindProxy?: number | string | readonly string[];
  /** Largest body in bytes. Default 262,144. */
  readonly bodyBytes?: number;
  /** Longest path parameter in characters. Default 200. */
  readonly parameterLength?: number;
  /** How long a request may take to arrive whole, ms. Default 30,000. */
  readonly requestTimeout?: number;
  /** How long its headers may take, ms. Default 10,000. */
  readonly headersTimeout?: number;
  /** How often connections are looked at for the two, ms. Default 5,000. */
  readonly connectionsChecked?: number;
  /** How long an idle connection is kept, ms. Default 72,000. */
  readonly keepAliveTimeout?: number;
  /** Most requests over one connection. Default 10,000. */
  readonly requestsPerConnection?: number;
  /** Largest headers in bytes. Default 16,384. */
  readonly headerBytes?: number;
}

/** For what goes wrong before there is a route: Fastify's own reply has no hooks and no headers yet. */
interface RawReply {
  readonly raw: { writeHead(status: number, headers: Readonly<Record<string, string>>): unknown; end(body: string): unknown };
}

/** Fastify for Nest, taking JSON only: any other body is answered 415. */
class JsonAdapter extends FastifyAdapter {
  #takesJson = false;

  override registerParserMiddleware(): void {
    if (this.#takesJson) return;
    this.#takesJson = true;
    const instance = this.getInstance();
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      try {
        done(null, parseJson(Buffer.isBuffer(body) ? body : Buffer.from(body)));
      } catch (error) {
        done(error instanceof Error ? error : new TypeError('Not JSON.'));
      }
    });
  }
}

/** Fastify as Saksi runs it: bounded in every direction, with a correlation id per request. */
export function createFastifyAdapter(options: AdapterOptions): FastifyAdapter {
  const { log, clock = systemClock, tls, behindProxy, bodyBytes = 262_144, parameterLength = 200 } = options;
  const {
    requestTimeout = 30_000,
    headersTimeout = 10_000,
    keepAliveTimeout = 72_000,
    requestsPerConnection = 10_000,
    headerBytes = 16_384,
    connectionsChecked = 5_000,
  } = options;
  const common = {
    logger: false,
    bodyLimit: bodyBytes,
    trustProxy: trusted(behindProxy),
    requestTimeout,
    keepAliveTimeout,
    maxRequestsPerSocket: requestsPerConnection,
    forceCloseConnections: 'idle' as const,
    genReqId: requestIds(clock),
    requestIdHeader: false as const,
    frameworkErrors: (error: Error, request: ProblemRequest, { raw }: RawReply) => {
      const { status, headers, body } = problemAnswer(error, request, log);
      raw.writeHead(status, headers);
      raw.end(body);
    },
    clientErrorHandler: (error: ConnectionError, socket: Socket) => answerConnection(error, socket, uuidv7(clock.now())),
    routerOptions: { maxParamLength: parameterLength, caseSensitive: true, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false },
  };
  const server = { headersTimeout, maxHeaderSize: headerBytes, connectionsCheckingInterval: connectionsChecked };
  const adapter = tls
    ? new JsonAdapter({ ...common, https: { ...server, ...tls, minVersion: 'TLSv1.2' as const } })
    : new JsonAdapter({ ...common, http: server });
  const instance = adapter.getInstance();
  instance.server.on('checkExpectation', (_request, response) => answerExpectation(response, uuidv7(clock.now())));
  correlate(instance);
  return adapter;
}

/** Which of the addresses that a request came through are believed. */
function trusted(behindProxy: AdapterOptions['behindProxy']): boolean | string | string[] | ((address: string, hop: number) => boolean) {
  if (typeof behindProxy === 'number') return (_address, hop) => hop < behindProxy;
  return typeof behindProxy === 'object' ? [...behindProxy] : (behindProxy ?? false);
}
