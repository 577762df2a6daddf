import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLimits, knownContexts, Recorder, StreamCache } from '#cqrs';
import type { Authority, Disclosures, RecordedCommand, Telling } from '#cqrs';
import { openMemoryEventStore, toRecorded } from '#event-store';
import { commitmentOf, formatWib, settableClock, uuidv5 } from '#kernel';
import type { Asked, CommandSlice, Instant, Recorded, SettableClock } from '#kernel';
import { ProcessRunner, processStarted, type ProcessManager } from '#processes';
import { openReadModels } from '#read-models';
import type { ReadModels } from '#read-models';

/** A context at work: a log, its projections, its processes, and everyone permitted. */
export interface Watch {
  readonly models: ReadModels;
  readonly clock: SettableClock;
  readonly trouble: readonly unknown[];
  tell<C extends object>(user: string, slice: CommandSlice<C>, asked: Asked<C>, occurredAt?: Instant): Promise<RecordedCommand>;
  /** Processes act on everything that is due now. */
  settle(): Promise<void>;
  /** Ends the processes and starts them anew, as after a restart. */
  restart(): Promise<void>;
  events(type?: string): Promise<readonly Recorded[]>;
  close(): Promise<void>;
}

/** What is watched; the context's module is loaded already. */
export interface Watched {
  readonly context: string;
  /** The address of the module of its projections. */
  readonly projections: string;
  readonly processes: readonly ProcessManager[];
}

const authority: Authority = {
  actorFor: (principal, roles) =>
    Promise.resolve(principal.kind === 'process' ? { user: principal.role, role: principal.role } : { user: principal.user, role: roles[0] ?? 'guard' }),
  holds: () => Promise.resolve(true),
};

const mac = (text: string | Uint8Array): Buffer => createHmac('sha256', 'spec').update(text).digest();

const disclosures: Disclosures = {
  commit: ({
    subject,
    path,
    value,
    commandId,
    salt = mac(commandId + path)
      .toString('hex')
      .slice(0, 32),
  }) => ({ commitment: commitmentOf(salt, subject, path, value), salt }),
  keep: () => Promise.resolve(),
  reveal: () => Promise.resolve(new Map()),
  digest: mac,
};

const nobody = (): Promise<never> => Promise.reject(new Error('Nobody signs here.'));

export async function watchOf({ context, projections, processes }: Watched, start: Instant): Promise<Watch> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-watch-'));
  const clock = settableClock(start);
  // Every store keeps one contract, and one on disk has three threads, each of which takes longer to start than an example.
  const store = openMemoryEventStore();
  const streams = knownContexts().get(context)?.streams ?? [];
  const knownTypes = [...streams.flatMap(({ evolve }) => Object.keys(evolve)), processStarted.type];
  const models = await openReadModels({ folder, store, modules: [projections], knownTypes, readers: 1, pollMs: 20 });
  const recorder = new Recorder({
    store,
    streams: new StreamCache(store, { streams: commandLimits.cachedStreams }),
    looks: models,
    authority,
    coSigning: { verify: nobody },
    devices: { check: nobody },
    disclosures,
    clock,
    limits: commandLimits,
  });
  const trouble: unknown[] = [];
  const begin = async (): Promise<ProcessRunner> => {
    const runner = new ProcessRunner({
      store,
      readModels: models,
      clock,
      record: (slice, asked, telling) => recorder.record(slice, asked, telling),
      processes,
      onTrouble: (_, error) => trouble.push(error),
    });
    await runner.start();
    return runner;
  };
  let runner = await begin();
  let told = 0;
  const telling = (user: string, occurredAt: Instant | undefined): Telling => ({
    commandId: uuidv5('018c2207-0000-5000-8000-000000000000', String((told += 1))),
    principal: { kind: 'person', user, session: 'spec' },
    voice: occurredAt === undefined ? 'asked' : 'testified',
    ...(occurredAt !== undefined && { occurredAt: formatWib(occurredAt), method: 'told' }),
  });
  return {
    models,
    clock,
    trouble,
    tell: (user, slice, asked, occurredAt) => recorder.record(slice, asked, telling(user, occurredAt)),
    settle: () => runner.settle(),
    restart: async () => {
      await runner.close();
      runner = await begin();
    },
    events: async (type) => {
      const all: Recorded[] = [];
      for await (const batch of store.readAll()) all.push(...batch.map(toRecorded));
      return type === undefined ? all : all.filter((event) => event.type === type);
    },
    close: async () => {
      await runner.close();
      await models.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
