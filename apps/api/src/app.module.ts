import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Configuration } from '#configuration';
import { AdministrationModule } from './administration/administration.module.ts';
import { AccessModule, accessProcesses, accessProjections } from '#access';
import { Answerer, Carrier, CLOCK, Documents, knownContexts, openFileIntents, openPostgresIntents, Recorder, withReceipts, type FileIntents } from '#cqrs';
import { DeploymentModule, deploymentProjections } from '#deployment';
import { openEventStoreDb, openSqliteEventStore, type EventStore, type FolderLock } from '#event-store';
import { Cursors } from '#http';
import { AuthenticationModule, EntriesModule, IdentityModule, identityProcesses, identityProjections, secretsInFile, secretsInPostgres } from '#identity';
import { LogisticsModule, logisticsProcesses, logisticsProjections } from '#logistics';
import { PaperDesk } from '#paper';
import { processStarted, type ProcessManager } from '#processes';
import { executeErasures, postgresStorage, sqliteStorage, VaultModule, vaultProjections } from '#vault';
import { demonstrationLogOpened } from './demonstration.ts';
import { paperDesk } from './paper-desk.ts';
import type { Saksi } from './parts.ts';

/** The only place that picks adapters. */
export const adapters = {
  store: { sqlite: openEmbedded, eventstoredb: openShared },
  vault: { sqlite: () => sqliteStorage, postgres: (url: string) => postgresStorage({ url }) },
  secrets: { sqlite: (folder: string) => secretsInFile(join(folder, 'identity.db')), postgres: secretsInPostgres },
} as const;

/** What every choice of a log is given. */
export interface StoreChoice {
  readonly configuration: Configuration;
  readonly folder: string;
  readonly lock: FolderLock;
  readonly limits: { readonly maxQueuedEvents: number; readonly maxQueuedBytes: number };
}

function openEmbedded({ folder, lock, limits }: StoreChoice): Promise<EventStore> {
  return openSqliteEventStore({ folder, lock, ...limits });
}

const day = 86_400_000;

/** A log on another server keeps no receipts: they are made of intents, which nodes share where they share the vault. */
async function openShared({ configuration, folder, limits }: StoreChoice): Promise<EventStore> {
  const store = await openEventStoreDb({
    url: configuration.SAKSI_EVENTSTOREDB_URL ?? '',
    prefix: configuration.SAKSI_EVENTSTOREDB_PREFIX,
    patience: configuration.SAKSI_EVENTSTOREDB_PATIENCE,
    leastFree: configuration.SAKSI_EVENTSTOREDB_LEAST_FREE,
    maxQueuedBytes: limits.maxQueuedBytes,
  });
  const { SAKSI_VAULT_URL: sharedUrl } = configuration;
  const keptFor = configuration.SAKSI_INTENT_DAYS * day;
  const opening = async (): Promise<FileIntents> =>
    sharedUrl === undefined ? openFileIntents({ file: join(folder, 'intents.db'), keptFor }) : openPostgresIntents({ url: sharedUrl, keptFor });
  const intents = await opening().catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return {
    ...withReceipts(store, intents),
    close: async () => {
      await store.close();
      await intents.close();
    },
  };
}

/** Modules of projections, which worker threads import by themselves. */
export const projectionModules: readonly string[] = [accessProjections, logisticsProjections, deploymentProjections, identityProjections, vaultProjections];

export const processManagers = ({ SAKSI_RECEIPT_GRACE: receiptGrace }: Configuration): readonly ProcessManager[] => [
  ...accessProcesses,
  ...logisticsProcesses({ receiptGrace }),
  ...identityProcesses,
  executeErasures,
];

/** Every event type of this build; a log with another one needs a newer Saksi. */
export const knownEventTypes = (): readonly string[] => [
  processStarted.type,
  demonstrationLogOpened.type,
  ...[...knownContexts().values()].flatMap(({ streams }) => streams.flatMap(({ evolve }) => Object.keys(evolve))),
];

@Module({})
export class AppModule {
  /** The application over an open Saksi: the contexts' routes and what they are given. */
  static over(saksi: Saksi): DynamicModule {
    const parts = [
      { provide: Recorder, useValue: saksi.recorder },
      { provide: Answerer, useValue: saksi.answerer },
      { provide: Carrier, useValue: saksi.carrier },
      { provide: CLOCK, useValue: saksi.clock },
      { provide: Cursors, useValue: saksi.cursors },
      {
        provide: Documents,
        useValue: new Documents({
          log: saksi.log,
          demonstration: saksi.demonstration !== undefined,
          limits: { perSession: saksi.configuration.SAKSI_EXPORTS_PER_SESSION, inAll: saksi.configuration.SAKSI_EXPORTS },
        }),
      },
      { provide: PaperDesk, useValue: paperDesk(saksi) },
    ];
    return {
      module: AppModule,
      imports: [
        { module: PartsModule, global: true, providers: parts, exports: parts },
        CqrsModule.forRoot(),
        AuthenticationModule.over(saksi.identity, { secure: isSecure(saksi.configuration) }),
        EntriesModule,
        AccessModule,
        LogisticsModule,
        DeploymentModule,
        IdentityModule,
        VaultModule,
        AdministrationModule.over(saksi),
      ],
    };
  }
}

@Module({})
class PartsModule {}

/** Whether people reach this server by https, here or at the proxy before it. */
export const isSecure = ({ SAKSI_TLS_CERT, SAKSI_BEHIND_PROXY }: Configuration): boolean => SAKSI_TLS_CERT !== undefined || SAKSI_BEHIND_PROXY;
