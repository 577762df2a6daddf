export * from './canonical.ts';
export * from './errors.ts';
export * from './port.ts';
export * from './recorded.ts';
export { openMemoryEventStore, type MemoryEventStoreOptions } from './memory/memory-event-store.ts';
export { emptyMemoryLog, type MemoryLog } from './memory/memory-log.ts';
export { openSqliteEventStore } from './sqlite/open.ts';
export type { SqliteEventStoreOptions } from './sqlite/options.ts';
export { lockFolder, type FolderLock } from './sqlite/folder-lock.ts';
