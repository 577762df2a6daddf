import { z } from 'zod';
import { settings } from './schema.ts';
import { fileOf, secretNames, secretsFromFiles } from './secret-files.ts';
import type { Configuration } from './schema.ts';

/** One or more environment variables are wrong. The message names each, why, and what it should be. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration';
}

const known: ReadonlySet<string> = new Set([...Object.keys(settings), ...secretNames.map(fileOf)]);

/** The schema of all settings, keyed by their environment variables. */
export const configurationSchema = z.object(Object.fromEntries(Object.entries(settings).map(([name, { type }]) => [name, type])));

/**
 * The configuration from environment variables; defaults where nothing is set. A secret may lie in a file that its
 * variable with `_FILE` names.
 * @throws WrongConfiguration for a value that does not fit, and for an unknown SAKSI_ variable (a typo would be silent) unless it is for the tests (SAKSI_TEST_)
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>, readFile?: (path: string) => string): Configuration {
  const unknown = Object.keys(environment).filter((name) => /^SAKSI_(?!TEST_)/.test(name) && !known.has(name));
  if (unknown.length > 0) throw new WrongConfiguration(`${unknown.join(', ')}: no such setting. docs/configuration.md lists them all.`);
  const secrets = secretsFromFiles(environment, readFile);
  if (secrets.wrong.length > 0) throw new WrongConfiguration(secrets.wrong.join('\n'));
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, { fallback }]) => [
      name,
      secrets.values[name] ?? (environment[name] === '' ? fallback : (environment[name] ?? fallback)),
    ]),
  );
  const parsed = configurationSchema.safeParse(given);
  if (!parsed.success) throw new WrongConfiguration(parsed.error.issues.map(({ path, message }) => sentence(String(path[0]), message)).join('\n'));
  const configuration = parsed.data as Configuration;
  if ((configuration.SAKSI_TLS_CERT === undefined) !== (configuration.SAKSI_TLS_KEY === undefined))
    throw new WrongConfiguration('SAKSI_TLS_CERT and SAKSI_TLS_KEY belong together: set both or neither.');
  if (configuration.SAKSI_PAGE_DEFAULT > configuration.SAKSI_PAGE_LIMIT)
    throw new WrongConfiguration('SAKSI_PAGE_DEFAULT must be at most SAKSI_PAGE_LIMIT: no page is larger than that.');
  // A page is found by one row more: it says whether another follows.
  if (configuration.SAKSI_PAGE_LIMIT >= configuration.SAKSI_QUERY_ROWS)
    throw new WrongConfiguration('SAKSI_QUERY_ROWS must be more than SAKSI_PAGE_LIMIT: else the largest page is refused.');
  if (configuration.SAKSI_STORE === 'eventstoredb' && configuration.SAKSI_EVENTSTOREDB_URL === undefined)
    throw new WrongConfiguration('SAKSI_STORE is eventstoredb, so SAKSI_EVENTSTOREDB_URL must say where it is, for example esdb://127.0.0.1:2113?tls=false.');
  return configuration;
}

const sentence = (name: string, message: string): string =>
  `${name} ${message}. ${name in settings ? settings[name as keyof typeof settings].about : ''}`.trim();
