export * from './errors.ts';
export { loadMasterKey, parseMasterKey, replaceKeyFile, type MasterKeyPlaces } from './master-key.ts';
export { openVault, type Vault, type VaultOptions } from './vault.ts';
