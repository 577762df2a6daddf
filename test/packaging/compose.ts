import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');

export interface Mounted {
  readonly source: string;
  readonly target?: string;
}

export interface Service {
  readonly image: string;
  readonly build?: string;
  readonly profiles?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | Mounted)[];
  readonly configs?: readonly Mounted[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly network_mode?: string;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly restart: string;
  readonly init: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required?: boolean }>>;
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<string, string | number>> } };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const composeText = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
export const readCompose = (text = composeText): Compose => parse(text, { merge: true }) as Compose;

/** The ways to run it, with what a person names on the command line. */
export const ways = [
  { profile: undefined, named: ['saksi'] },
  { profile: 'eventstoredb', named: ['proxy'] },
  { profile: 'cluster', named: ['proxy'] },
] as const;
export type Profile = (typeof ways)[number]['profile'];

export const isOf =
  (profile: Profile) =>
  ({ profiles }: Service): boolean =>
    profile === undefined ? profiles === undefined : profiles?.includes(profile) === true;

/** What Compose starts for the named services: these, and what they depend on where it is of the profile. */
export function started({ services }: Compose, profile: Profile, named: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const service = services[name];
    if (!service || found.has(name)) return;
    found.add(name);
    for (const [other, { required = true }] of Object.entries(service.depends_on ?? {})) {
      const dependency = services[other];
      if (dependency && isOf(profile)(dependency)) visit(other);
      else if (required) throw new Error(`${name} needs ${other}, which is not of the profile ${profile ?? 'without a name'}.`);
    }
  };
  named.forEach(visit);
  return found;
}

/** Where the secrets and configurations of a service lie in it, by their names. */
export const mountsOf = ({ secrets = [], configs = [] }: Service): ReadonlyMap<string, string> =>
  new Map([
    ...secrets.map((secret) =>
      typeof secret === 'string' ? ([`/run/secrets/${secret}`, secret] as const) : ([`/run/secrets/${secret.target ?? secret.source}`, secret.source] as const),
    ),
    ...configs.map(({ source, target = `/${source}` }) => [target, source] as const),
  ]);

const isList = (value: object): value is readonly string[] => Array.isArray(value);
export const networksOf = ({ networks = [] }: Service): readonly string[] => (isList(networks) ? networks : Object.keys(networks));

/** Everything a service is started or looked at with, as text. */
export const wordsOf = ({ entrypoint = [], command = [], environment = {}, healthcheck }: Service): readonly string[] => [
  ...entrypoint,
  ...command,
  ...Object.values(environment),
  ...(healthcheck?.test ?? []),
];
