import { readFileSync } from 'node:fs';
import { settings } from './schema.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const secretNames: readonly string[] = Object.entries(settings).flatMap(([name, { secret }]) => (secret ? [name] : []));

/** The variable that names a file which holds a secret, as container engines lay them down. */
export const fileOf = (name: string): string => `${name}_FILE`;

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

export interface SecretsFromFiles {
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong with them, each a sentence. */
  readonly wrong: readonly string[];
}

/** The secrets whose `…_FILE` variable is set. A line break at the end is not part of a secret. */
export function secretsFromFiles(environment: Environment, read: (path: string) => string = readText): SecretsFromFiles {
  const [values, wrong]: [Record<string, string>, string[]] = [{}, []];
  for (const name of secretNames) {
    const path = environment[fileOf(name)];
    if (!isSet(path)) continue;
    if (isSet(environment[name])) {
      wrong.push(`${name} and ${fileOf(name)} are both set: keep the one that is meant.`);
      continue;
    }
    try {
      const value = read(path).replace(/\r?\n$/, '');
      if (value === '') wrong.push(`${fileOf(name)} names ${path}, which is empty: it must hold the value of ${name}.`);
      else values[name] = value;
    } catch (error) {
      wrong.push(`${fileOf(name)} names ${path}, which ${whyNot(error)}.`);
    }
  }
  return { values, wrong };
}

const readText = (path: string): string => readFileSync(path, 'utf8');

function whyNot(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'is not there';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not read: give it to the user that Saksi runs as (chown), and to nobody else';
    case 'EISDIR':
      return 'is a folder';
    default:
      return 'cannot be read';
  }
}
