import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { limitVisits } from '#access';
import type { Configuration } from '#configuration';
import { Answerer, Carrier, Recorder, StreamCache } from '#cqrs';
import { limitVoters } from '#deployment';
import { lockFolder } from '#event-store';
import type { FolderLock } from '#event-store';
import { createLog, createSealing, Cursors } from '#http';
import { account, openIdentity } from '#identity';
import { systemClock } from '#kernel';
import { limitQuantities } from '#logistics';
import { ProcessRunner } from '#processes';
import { openReadModels } from '#read-models';
import { erasingFirst, loadMasterKey, openReadSpool, openVault, SweepTally, vaultExistsIn } from '#vault';
import { startBackground } from './background.ts';
import { adapters, knownEventTypes, processManagers, projectionModules } from './app.module.ts';
import { demonstrationIn, scenarioClock } from './demonstration.ts';
import { boundHeaps } from './heaps.ts';
import { limitsOf } from './limits.ts';
import { refuseIncomplete } from './operations/unfinished-restore.ts';
import type { Saksi, SaksiOptions } from './parts.ts';
import { placesFrom } from './places.ts';

/**
 * Opens everything under `SAKSI_DATA`, making it at the first start.
 * @throws FolderLocked, EventStoreUnopenable, RestoreUnfinished, MasterKeyMissing, WrongMasterKey, VaultDamaged, NotADemonstration: each a sentence a person can act on
 */
export async function openSaksi(configuration: Configuration, options: SaksiOptions = {}): Promise<Saksi> {
  if (options.ownProcess ?? true) boundHeaps(configuration);
  limitQuantities(configuration.SAKSI_LARGEST_QUANTITY);
  limitVoters(configuration.SAKSI_VOTERS_PER_STATION);
  limitVisits(configuration.SAKSI_LONGEST_VISIT);
  const folder = resolve(configuration.SAKSI_DATA);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  const opened: { close(): Promise<unknown> }[] = [{ close: () => lock.release() }];
  const closeAll = async (): Promise<void> => {
    for (const each of opened.toReversed()) await each.close();
  };
  try {
    return await assemble(configuration, folder, lock, options, opened, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function assemble(
  configuration: Configuration,
  folder: string,
  lock: FolderLock,
  {
    clock: machine = systemClock,
    demonstration: opening,
    log = createLog({ level: configuration.SAKSI_LOG_LEVEL }),
    processes: processesRun = true,
    around = {},
  }: SaksiOptions,
  opened: { close(): Promise<unknown> }[],
  closeAll: () => Promise<void>,
): Promise<Saksi> {
  const sharedUrl = configuration.SAKSI_VAULT_URL;
  await refuseIncomplete(folder, {
    keyFromEnvironment: configuration.SAKSI_MASTER_KEY !== undefined,
    ...(sharedUrl !== undefined && { sharedVault: () => vaultExistsIn(sharedUrl) }),
  });
  const limits = limitsOf(configuration);
  const clock = scenarioClock(machine);
  const masterKey = loadMasterKey({
    file: join(folder, 'master.key'),
    ...(configuration.SAKSI_MASTER_KEY !== undefined && { fromEnvironment: configuration.SAKSI_MASTER_KEY }),
  });
  const vault = await openVault({
    folder: join(folder, 'vault'),
    storage: sharedUrl === undefined ? adapters.vault.sqlite() : adapters.vault.postgres(sharedUrl),
    masterKey,
    clock,
  });
  opened.push(vault);
  const reads = await openReadSpool({ folder: join(folder, 'vault'), clock, ...limits.spool });
  opened.push(reads);
  const realStore = await adapters.store[configuration.SAKSI_STORE]({ configuration, folder, lock, limits: limits.store });
  opened.push(realStore);
  const demonstration = await demonstrationIn(realStore, { clock, folder, ...(opening && { opening }) });
  const store = around.store?.(realStore) ?? realStore;
  const readModels = await openReadModels({ folder, store: realStore, modules: projectionModules, knownTypes: knownEventTypes(), ...limits.readModels });
  opened.push(readModels);

  const streams = new StreamCache(store, { streams: limits.commands.cachedStreams });
  const identity = await openIdentity({
    secrets: sharedUrl === undefined ? adapters.secrets.sqlite(folder) : adapters.secrets.postgres(sharedUrl),
    clock,
    loadAccount: async (user) => (await streams.loadOrLast(account.at(user))).state,
    places: placesFrom(streams),
    recorder: () => recorder,
    onFailure: (err) => log.warn({ err }, 'Something beside a sign-in failed.'),
    ...limits.identity,
  });
  opened.push(identity);
  const { authority, coSigning, devices, entries } = identity;
  const recorder: Recorder = new Recorder({
    store,
    streams,
    looks: around.looks?.(readModels) ?? readModels,
    authority,
    coSigning,
    devices,
    entries,
    disclosures: vault,
    clock,
    limits: limits.commands,
  });
  const answerer = new Answerer({
    readModels,
    authority,
    disclosures: vault,
    reads,
    clock,
    afterTimeout: limits.afterTimeout,
    identifiers: configuration.SAKSI_IDENTIFIERS,
    onUnrecorded: ({ reader, view }) =>
      log.warn({ reader: reader.user, view }, 'Names were shown in a muster although it could not be recorded that they were read.'),
  });
  const carrier = new Carrier({ recorder, sealing: await createSealing(vault.digest(Buffer.from('saksi.sealing.v1'))), clock, store });
  const record = erasingFirst(vault, (slice, asked, telling) => recorder.record(slice, asked, telling));
  const processes = new ProcessRunner({
    store,
    readModels,
    clock,
    record,
    processes: processesRun ? processManagers(configuration) : [],
    onTrouble: (process, err) => log.warn({ process, err }, 'A process could not act; it tries again.'),
  });
  const { SAKSI_PAGE_LIMIT: largestPage, SAKSI_PAGE_DEFAULT: usualPage } = configuration;
  const cursors = new Cursors({ key: vault.digest(Buffer.from('saksi.cursors.v1')), largestPage, usualPage });
  const parts = {
    configuration,
    folder,
    clock,
    log,
    store,
    streams,
    vault,
    reads,
    identity,
    authority,
    readModels,
    recorder,
    record,
    answerer,
    carrier,
    cursors,
    processes,
    swept: new SweepTally(),
    ...(demonstration && { demonstration }),
  };
  if (processesRun) {
    await processes.start();
    opened.push(processes, { close: startBackground(parts, record) });
  }
  return { ...parts, close: closeAll };
}
