import 'reflect-metadata';
import { Controller, HttpCode, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { EventStoreDBClient } from '@eventstore/db-client';
import { AdmitGuest, CheckOutGuest, CorrectVisit, ReportGuest } from '#access';
import { readConfiguration } from '#configuration';
import { establish, principalOf } from '#cqrs';
import { canonicalBytes } from '#event-store';
import {
  createFastifyAdapter,
  createMetrics,
  limitRate,
  logRequests,
  nestLog,
  parseBody,
  parseEnvelope,
  personalFieldsOf,
  ProblemFilter,
  replaceAt,
  serveMetrics,
  setSecurityHeaders,
} from '#http';
import { eventId, uuidv7 } from '#kernel';
import { openSaksi } from '../../../apps/api/src/index.ts';
import { appendBare } from '../eventstoredb/bare.ts';
import { kemelak } from './kemelak.ts';

/*
 * The least that must be done for a durable command over HTTP: the same Nest and Fastify, the same authentication and
 * validation, the same bytes through the same group commit, or by the bare client to EventStoreDB. No decision, no vault,
 * no projection.
 */
const saksi = await openSaksi(readConfiguration({ ...process.env, SAKSI_PORT: '0', SAKSI_LOG_LEVEL: 'warn' }), { processes: false });
const { clock, store, log } = saksi;
const commands: Readonly<Record<string, new () => object>> = {
  'report-guest': ReportGuest,
  'admit-guest': AdmitGuest,
  'check-out-guest': CheckOutGuest,
  'correct-visit': CorrectVisit,
};
const { SAKSI_STORE: chosen, SAKSI_EVENTSTOREDB_URL: url = '', SAKSI_EVENTSTOREDB_PREFIX: prefix = '' } = process.env;
const bare = chosen === 'eventstoredb' ? EventStoreDBClient.connectionString(url) : undefined;
const commitment = 'c0ffee'.repeat(11).slice(0, 64);

@Controller('api/access')
class Append {
  @Post(':command')
  @HttpCode(201)
  async append(@Req() request: FastifyRequest<{ Params: { command: string } }>): Promise<object> {
    const type = commands[request.params.command];
    if (!type) throw new TypeError('no such command');
    const principal = principalOf(request);
    const { commandId, occurredAt, voice } = parseEnvelope(request.headers, { clock });
    const asked: object = parseBody(type, request.body);
    for (const { path } of personalFieldsOf(type)) replaceAt(asked, path, () => commitment);
    const now = clock.now();
    const stream = `visit-${uuidv7(now)}`;
    const metadata = {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: { user: kemelak.guard, role: 'guard', post: kemelak.posts[0]?.post ?? '' },
      occurredAt,
      effectiveAt: now,
      recordedAt: now,
      voice,
      decidedOn: { streams: { [stream]: -1 }, looks: { inside: '1234', carriers: '1234' } },
    };
    const event = {
      id: eventId(commandId, 0),
      type: `access.${request.params.command}.v1`,
      data: Buffer.from(canonicalBytes({ ...asked })),
      metadata: Buffer.from(canonicalBytes(metadata)),
    };
    const user = principal.kind === 'person' ? principal.user : '';
    const position = bare
      ? ((await appendBare(bare, `${prefix}.bare:${stream}`, [event])).position?.commit ?? 0n)
      : (await store.append(stream, [event], 'none', { receipt: { command: commandId, user, digest: Buffer.alloc(32) } })).position;
    return { command: commandId, stream, firstRevision: 0, lastRevision: 0, position: position.toString(), contradicts: [] };
  }
}

@Module({ controllers: [Append] })
class Baseline {}

const adapter = createFastifyAdapter({ log, clock });
const instance = adapter.getInstance();
const app = await NestFactory.create<NestFastifyApplication>(Baseline, adapter, { logger: nestLog(log) });
instance.addHook('onRequest', (request, _reply, done) => {
  const session = saksi.identity.sessions.resolve(request.headers.authorization?.slice(7) ?? '');
  if (session) establish(request, { kind: 'person', user: session.user, session: session.id });
  done();
});
logRequests(instance, log);
await setSecurityHeaders(instance, { secure: false });
await limitRate(instance, { max: 100_000_000 });
serveMetrics(instance, { registry: createMetrics() });
app.useGlobalFilters(new ProblemFilter(log));
await app.listen(0, '127.0.0.1');
const { token } = await saksi.identity.sessions.open(kemelak.guard, 'program');
process.send?.({ url: await app.getUrl(), token });
process.on('message', (asked) => {
  if (asked === 'stop') process.exit(0);
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() });
});
