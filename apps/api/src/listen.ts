import { Server as TlsServer } from 'node:tls';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ChangeStreams,
  createFastifyAdapter,
  createMetrics,
  limitRate,
  logRequests,
  nestLog,
  ProblemFilter,
  refuseOldApps,
  refuseInsecureListening,
  serveApiDescription,
  serveAuthority,
  serveHealth,
  serveMetrics,
  setSecurityHeaders,
  stopGracefully,
  tellTime,
} from '#http';
import { authenticateRequests, sessionOf } from '#identity';
import { AppModule, isSecure } from './app.module.ts';
import { ChangeHub } from './changes/hub.ts';
import { serveChanges } from './changes/serve.ts';
import { whatChanged } from './changes/what-changed.ts';
import { sayDemonstration } from './demonstration.ts';
import { serveDemonstrationSignIn } from './demonstration-sign-in.ts';
import { serveImports } from './imports/serve.ts';
import { measure } from './metrics.ts';
import { readinessOf } from './readiness.ts';
import type { Saksi } from './parts.ts';
import { tlsOf } from './tls.ts';
import { versionOfThisBuild } from './version.ts';
import { tellLogAway } from './log-away.ts';
import { tellViewsProgress } from './views-progress.ts';
import { serveWebApp } from './web/serve.ts';

/** The protocol of the oldest web app that this server still understands. */
const oldestApp = 1;

/** A Saksi that answers HTTP. */
export interface Listening {
  /** `http://127.0.0.1:3000` or `https://…`. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** New requests are refused, those under way finish, streams end. */
  close(): Promise<'clean' | 'forced'>;
}

/**
 * Serves HTTP (and https) for an open Saksi.
 * @throws InsecureListening beyond loopback without TLS; an error with `code: 'EADDRINUSE'` when the port is taken
 */
export async function listen(saksi: Saksi): Promise<Listening> {
  const { configuration, log, clock } = saksi;
  const tls = await tlsOf(configuration, log);
  refuseInsecureListening({ host: configuration.SAKSI_HOST, tls: tls !== undefined, behindProxy: configuration.SAKSI_BEHIND_PROXY });
  const adapter = createFastifyAdapter({
    log,
    clock,
    bodyBytes: configuration.SAKSI_BODY_LIMIT,
    requestTimeout: configuration.SAKSI_REQUEST_TIMEOUT,
    ...(tls && { tls: tls.material }),
    ...(configuration.SAKSI_BEHIND_PROXY && { behindProxy: 1 }),
  });
  const instance = adapter.getInstance();
  if (saksi.demonstration) sayDemonstration(instance.server);
  const streams = new ChangeStreams(log, { perSession: configuration.SAKSI_STREAMS_PER_SESSION, inAll: configuration.SAKSI_STREAMS });
  const hub = new ChangeHub({
    store: saksi.store,
    readModels: saksi.readModels,
    whatChanged: whatChanged(saksi.streams),
    onTrouble: (err) => log.warn({ err }, 'The stream of changes reads the log again.'),
  });
  const forgetSessions = saksi.identity.sessions.onEnded((id) => streams.closeSession(id));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(saksi), adapter, { logger: nestLog(log), abortOnError: false });
  const metrics = createMetrics();
  measure(metrics, saksi);
  const endProgress = tellViewsProgress(saksi);
  const stopping = stopGracefully(instance, {
    within: configuration.SAKSI_SHUTDOWN_TIMEOUT,
    closeStreams: () => streams.close(),
    close: async () => {
      forgetSessions();
      endProgress();
      await hub.close();
      tls?.close();
      await app.close();
    },
  });
  refuseOldApps(instance, { oldest: oldestApp });
  tellTime(instance, clock);
  authenticateRequests(instance, saksi.identity.sessions, {});
  logRequests(instance, log);
  await setSecurityHeaders(instance, { secure: isSecure(configuration) });
  await limitRate(instance, {
    max: configuration.SAKSI_REQUESTS_PER_MINUTE,
    paths: {
      // A phone that comes back with a week of entries is not slowed down by what else it asks.
      '/api/identity/carry-entries': Math.max(configuration.SAKSI_REQUESTS_PER_MINUTE, configuration.SAKSI_CARRIES_PER_MINUTE),
      '/api/identity/sign-in': configuration.SAKSI_SIGN_INS_PER_MINUTE,
      '/api/identity/use-reset-code': configuration.SAKSI_SIGN_INS_PER_MINUTE,
    },
    sessionOf: (request) => sessionOf(request)?.id,
  });
  tellLogAway(instance, saksi.store);
  serveHealth(instance, { checks: readinessOf(saksi, stopping) });
  serveMetrics(instance, { registry: metrics });
  app.useGlobalFilters(new ProblemFilter(log));
  if (tls?.authorityCert !== undefined) serveAuthority(instance, tls.authorityCert);
  serveChanges(instance, { saksi, streams, hub });
  serveImports(instance, saksi);
  if (saksi.demonstration) serveDemonstrationSignIn(instance, saksi);
  serveWebApp(instance);
  if (instance.server instanceof TlsServer) tls?.renew(instance.server);
  serveApiDescription(app, { version: versionOfThisBuild, largestPage: configuration.SAKSI_PAGE_LIMIT });
  await app.listen(configuration.SAKSI_PORT, configuration.SAKSI_HOST);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  return { url, app, close: () => stopping.stop() };
}
