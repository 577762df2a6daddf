import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from '#configuration';
import { CannotBeDone } from './operation.ts';

/** Where a log is, as a command line names it. */
export type PlaceOfALog = { readonly folder: string } | { readonly url: string };

const isConnection = (text: string): boolean => /^esdb(\+discover)?:\/\//.test(text);

/**
 * `sqlite:FOLDER`; `esdb://…` or `esdb+discover://…` without a password, which everybody on the machine could read in its
 * list of processes; `esdb-file:FILE`, the file that holds such a connection; `esdb`, what SAKSI_EVENTSTOREDB_URL says.
 * @throws CannotBeDone
 */
export function placeOfALog(text: string, { SAKSI_EVENTSTOREDB_URL: configured }: Pick<Configuration, 'SAKSI_EVENTSTOREDB_URL'>): PlaceOfALog {
  const [, kind = text, rest = ''] = /^(sqlite|esdb-file):(.+)$/.exec(text) ?? [];
  if (kind === 'sqlite') return { folder: resolve(rest) };
  if (kind === 'esdb-file') return { url: connectionIn(resolve(rest)) };
  if (text === 'esdb') {
    if (configured === undefined)
      throw new CannotBeDone('"esdb" is the log of SAKSI_EVENTSTOREDB_URL, which is not set: set it, or SAKSI_EVENTSTOREDB_URL_FILE.');
    return { url: configured };
  }
  if (!isConnection(text)) throw new CannotBeDone('That is no log: it is sqlite:FOLDER, esdb, esdb-file:FILE, esdb://… or esdb+discover://…');
  if (/^[^/]+\/\/[^/?#]*:[^/?#]*@/.test(text))
    throw new CannotBeDone(
      'A password on a command line can be read by everybody on this machine: change it, and give the connection by SAKSI_EVENTSTOREDB_URL_FILE (and "esdb" here) or as esdb-file:FILE.',
    );
  return { url: text };
}

function connectionIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CannotBeDone(`${file} cannot be read: it should hold the connection to the log, esdb://…`, { cause: error });
  }
  if (!isConnection(text)) throw new CannotBeDone(`${file} holds no connection to a log, such as esdb://user:password@host:2113.`);
  return text;
}
