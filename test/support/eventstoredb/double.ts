import { Server, ServerCredentials, type ServerWritableStream } from '@grpc/grpc-js';
import monitoring from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import statistics from '@eventstore/db-client/generated/monitoring_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append, batchAppend } from './appends.ts';
import { noFaults, type Faults } from './faults.ts';
import { read } from './reads.ts';
import { ServerLog } from './server-log.ts';

type StatsCall = ServerWritableStream<statistics.StatsReq, statistics.StatsResp>;

/**
 * A double of EventStoreDB: it speaks the server's own gRPC service, from the definitions that ship inside the client
 * package, over the memory store, and fails on request. It proves how the adapter reacts to faults. It proves nothing
 * about the server: `npm run test:eventstoredb` asks a real one.
 */
export class EventStoreDbDouble {
  readonly log = new ServerLog();
  faults: Faults = noFaults;
  /** What it says of its disk, bytes; undefined: it does not tell its statistics. */
  disk: { readonly free: number; readonly total: number } | undefined;
  #version: string;
  #server: Server | undefined;
  #port = 0;

  constructor({ version = '23.10.6' }: { readonly version?: string } = {}) {
    this.#version = version;
  }

  static async started(options?: { readonly version?: string }): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(options);
    await double.start();
    return double;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** Starts it, again on the same port after a stop; the log is what it was. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 << 20 });
    const port = (): number => this.#port;
    const faults = (): Faults => this.faults;
    server.addService(streams.StreamsService, {
      read: read(this.log, faults, port),
      batchAppend: batchAppend(this.log, faults, port),
      append: append(this.log),
    });
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, callback: (error: null, answer: featureMessages.SupportedMethods) => void) => callback(null, this.#methods()),
    });
    server.addService(monitoring.MonitoringService, { stats: (call: StatsCall) => this.#tell(call) });
    this.#port = await new Promise<number>((bound, failed) =>
      server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), (error, taken) => (error ? failed(error) : bound(taken))),
    );
    this.#server = server;
  }

  /** As `kill -9`: every connection is gone at once, what was answered stays. */
  kill(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
    this.log.restarted();
  }

  #tell(call: StatsCall): void {
    const answer = new statistics.StatsResp();
    if (this.disk)
      answer.getStatsMap().set('sys-drive-/data-availableBytes', String(this.disk.free)).set('sys-drive-/data-totalBytes', String(this.disk.total));
    call.write(answer);
  }

  #methods(): featureMessages.SupportedMethods {
    const methods = ['read', 'append', 'batchappend'].map((name) =>
      new featureMessages.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
    );
    return new featureMessages.SupportedMethods().setEventStoreServerVersion(this.#version).setMethodsList(methods);
  }
}
