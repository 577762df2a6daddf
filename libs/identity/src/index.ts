export * from './authority/authority.ts';
export * from './authority/errors.ts';
export type { PlaceDirectory } from './authority/coverage.ts';
export * from './domain/account.ts';
export * from './domain/held.ts';
export * from './domain/place.ts';
export { IdentityUnavailable } from './secrets/errors.ts';
export { openSecretsIn, type Secrets } from './secrets/secrets.ts';
export * from './sessions/sessions.ts';
