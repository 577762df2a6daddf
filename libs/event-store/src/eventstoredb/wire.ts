import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { ChannelCredentialOptions } from '@eventstore/db-client';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
import monitoring from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import monitoringMessages from '@eventstore/db-client/generated/monitoring_pb.js';
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { WrongEventStoreDbUrl } from '../errors.ts';
import type { Endpoints } from './handshake.ts';
import { listened, type ReadCall } from './listened.ts';
import { spaceIn, type DiskSpace } from './server-disk.ts';
import type { Silence } from './unless-silent.ts';

export type AppendCall = ReturnType<InstanceType<typeof streams.StreamsClient>['batchAppend']>;
type Channel = ReturnType<InstanceType<typeof streams.StreamsClient>['getChannel']>;
export type { BatchAppendReq, BatchAppendResp, ReadCall, ReadReq, ReadResp };

const forEver = Infinity;
/** One answer is asked for, and the next would be this many ms later. */
const longestPeriod = 600_000;

/**
 * EventStoreDB's client with its connection, its discovery of nodes and its following of the leader, and under its
 * methods: its appends share one table of promises in the whole process and know no deadline, its reads parse metadata,
 * which loses bytes, and ignore their filter (docs/adr/0024).
 */
export class Wire extends EventStoreDBClient {
  #channel: Channel | undefined;
  #ended = false;

  /** @throws WrongEventStoreDbUrl */
  static to(url: string, connectionName: string): Wire {
    const parsed = parse(url);
    const { dnsDiscover, hosts, defaultCredentials, tls, tlsCAFile, userCertFile, userKeyFile, ...options } = parsed;
    const credentials: ChannelCredentialOptions = {
      insecure: tls === false,
      ...(tlsCAFile !== undefined && { rootCertificate: certificate(tlsCAFile) }),
      ...(userCertFile !== undefined && { userCertFile: certificate(userCertFile) }),
      ...(userKeyFile !== undefined && { userKeyFile: certificate(userKeyFile) }),
    };
    const settings = { connectionName, ...options };
    const [first, ...others] = hosts;
    if (!first) throw new WrongEventStoreDbUrl('SAKSI_EVENTSTOREDB_URL names no host.');
    const wire = dnsDiscover
      ? new Wire({ ...settings, discover: first }, credentials, defaultCredentials)
      : others.length > 0
        ? new Wire({ ...settings, endpoints: hosts }, credentials, defaultCredentials)
        : new Wire({ ...settings, endpoint: first }, credentials, defaultCredentials);
    wire.#keepOneConnection();
    return wire;
  }

  /**
   * Two calls that fail together can make the client forget a connection that it has just opened, and whatever was about
   * to try again when all was ended opens another: nobody would ever close them.
   */
  #keepOneConnection(): void {
    const channelOf = this.getChannel;
    this.getChannel = async () => {
      const channel = await channelOf();
      if (this.#channel !== channel) this.#channel?.close();
      this.#channel = channel;
      if (this.#ended) channel.close();
      return channel;
    };
  }

  /** What a connection string names. @throws WrongEventStoreDbUrl */
  static endpointsOf(url: string): Endpoints {
    const { hosts, tls, tlsCAFile } = parse(url);
    return { hosts, insecure: tls === false, authority: tlsCAFile === undefined ? undefined : certificate(tlsCAFile) };
  }

  /** The one call over which appends go, in their order. Before it resolves nothing can have been sent. */
  openAppends(within: number): Promise<AppendCall> {
    return this.GRPCStreamCreator(streams.StreamsClient, 'batchAppend', async (client) => {
      await new Promise<void>((done, failed) => client.waitForReady(this.createDeadline(within), (error) => (error ? failed(error) : done())));
      return client.batchAppend(...this.callArguments({ requiresLeader: true }, { deadline: forEver }));
    })();
  }

  /** Gives everything that the server answers to a read to `take`. @throws Silent, and what the client throws */
  async read(request: ReadReq, silence: Silence, take: (answer: ReadResp) => void): Promise<void> {
    await listened(() => this.subscription(request), silence, take);
  }

  /** Gives what comes on a subscription to `take`, until that says that it has enough. @throws Silent, and what the client throws */
  async subscribe(request: ReadReq, silence: Silence, take: (answer: ReadResp) => boolean): Promise<void> {
    const enough = await listened(
      () => this.subscription(request),
      silence,
      (answer, stop) => take(answer) && stop(),
    );
    if (!enough) throw new Error('EventStoreDB ended a subscription.');
  }

  /** A call of the service's one method for reads and subscriptions, for as long as it lasts. */
  subscription(request: ReadReq): Promise<ReadCall> {
    return this.GRPCStreamCreator(streams.StreamsClient, 'read', (client) =>
      client.read(request, ...this.callArguments({ requiresLeader: true }, { deadline: forEver })),
    )();
  }

  /** The server's version, as it says it. */
  version(within: number): Promise<string> {
    return this.execute(
      serverFeatures.ServerFeaturesClient,
      'version',
      (client) =>
        new Promise((done, failed) => {
          client.getSupportedMethods(new shared.Empty(), ...this.callArguments({ deadline: within }), (error, answer) =>
            error ? failed(error) : done(answer.getEventStoreServerVersion()),
          );
        }),
    );
  }

  /** What the leader's statistics say of its disk. */
  diskSpace(within: number): Promise<DiskSpace | undefined> {
    return this.execute(monitoring.MonitoringClient, 'stats', (client) => {
      const request = new monitoringMessages.StatsReq().setUseMetadata(false).setRefreshTimePeriodInMs(String(longestPeriod));
      const call = client.stats(request, ...this.callArguments({ requiresLeader: true, deadline: within }));
      return new Promise((done, failed) => {
        call
          .on('data', (answer: monitoringMessages.StatsResp) => {
            done(spaceIn(answer.getStatsMap().entries()));
            // It would go on telling.
            call.cancel();
          })
          .on('error', failed)
          .on('end', () => done(undefined));
      });
    });
  }

  /** Ends every call and the connection. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.dispose();
    // A connection that is closed in the turn in which it is begun goes on trying: gRPC learns the address one turn later.
    await turn();
    this.#channel?.close();
  }
}

function parse(url: string): ReturnType<typeof parseConnectionString> {
  try {
    return parseConnectionString(url);
  } catch {
    // What the client says quotes the connection string, in which there may be a password.
    throw new WrongEventStoreDbUrl('SAKSI_EVENTSTOREDB_URL is not a connection string such as esdb://host:2113?tls=false or esdb+discover://name:2113.');
  }
}

function certificate(file: string): Buffer {
  const path = resolve(file);
  if (!existsSync(path)) throw new WrongEventStoreDbUrl(`SAKSI_EVENTSTOREDB_URL names the certificate ${path}, which is not there.`);
  return readFileSync(path);
}
