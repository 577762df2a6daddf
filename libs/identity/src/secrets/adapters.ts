import type { OpenSecrets } from '../open-identity.ts';
import { openSecretsIn } from './secrets.ts';
import { openSecretsInPostgres } from './postgres/open.ts';

/** `identity.db`; made with mode 0600 when it is not there. */
export const secretsInFile =
  (file: string): OpenSecrets =>
  async () =>
    openSecretsIn(file);

/** A database that several nodes share: what one of them does to sessions, the others hear. */
export const secretsInPostgres =
  (url: string): OpenSecrets =>
  () =>
    openSecretsInPostgres({ url });
