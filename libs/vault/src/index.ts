export { backupIn, restoreVault, restoreVaultInto } from './backup.ts';
export type { IntegrityReport } from './check-integrity.ts';
export {
  DisclosureDamaged,
  DisclosureRefused,
  SubjectHeld,
  UnusableMasterKey,
  VaultDamaged,
  VaultRefused,
  VaultUnavailable,
  VaultUnopenable,
  WrongMasterKey,
} from './errors.ts';
export { loadMasterKey, parseMasterKey, replaceKeyFile, type MasterKeyPlaces } from './master-key.ts';
export { rotateKeyFile, type RotationOptions } from './rotate-master-key.ts';
export { openReadSpool, type ReadSpool, type ReadSpoolOptions } from './spool/read-spool.ts';
export type { CoalescedRead } from './spool/spooling.ts';
export { vaultExistsIn } from './postgres/exists.ts';
export { postgresStorage, type PostgresStorageOptions } from './postgres-storage.ts';
export { sqliteStorage } from './sqlite-storage.ts';
export type { OpenStorage } from './storage.ts';
export type { BackedUp, BackupPlaces } from './store/backing-up.ts';
export type { Erased } from './store/erasing.ts';
export type { Due, Hold, StandingHold } from './store/holds.ts';
export type { Found, SearchResult } from './store/searching.ts';
export type { FindInLog, Swept } from './sweep.ts';
export { openVault, type SearchRequest, type Vault, type VaultOptions, type VaultStatus } from './vault.ts';

export * from './domain/read-log.ts';
export * from './domain/subject.ts';
export { Erasures, erasures } from './features/erasures/erasures.ts';
export { ExecuteErasure, executeErasure } from './features/execute-erasure/execute-erasure.ts';
export { OrderErasure, orderErasure } from './features/order-erasure/order-erasure.ts';
export { PlaceLegalHold, placeLegalHold } from './features/place-legal-hold/place-legal-hold.ts';
export { Reads, reads } from './features/reads/reads.ts';
export { RecordRead, recordRead } from './features/record-read/record-read.ts';
export { RefuseErasure, refuseErasure } from './features/refuse-erasure/refuse-erasure.ts';
export { ReleaseLegalHold, releaseLegalHold } from './features/release-legal-hold/release-legal-hold.ts';
export { RequestErasure, requestErasure } from './features/request-erasure/request-erasure.ts';
export { erasingFirst, type Recording } from './processes/erasing-first.ts';
export { executeErasures } from './processes/execute-erasures.ts';
export { forwardHolds, type ForwardHoldsParts } from './processes/forward-holds.ts';
export { recordReads, recordReadsUntil, type RecordReadsParts } from './processes/record-reads.ts';
export { SweepTally, sweepUnusedUntil, type SweepUnusedParts } from './processes/sweep-unused.ts';
export { eraseAfterRetention, type RetentionParts } from './processes/retention.ts';
export { VaultModule, vaultProjections } from './vault.module.ts';
