import { parse as parseYaml } from 'yaml';
import { configurationSchema, readConfiguration, settings } from '#configuration';
import { filesIn, read } from './support/slices.ts';

interface Service {
  readonly build: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<string, string | number>> } };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const dockerfile = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => !line.startsWith('#'));
const steps = (name: string): readonly string[] => dockerfile.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1).trim()] : []));
const scripts = (JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts;
const known = Object.keys(configurationSchema.shape);
/** The source of what is built to `dist/…`. */
const sourceOf = (built: string): string => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

describe('Dockerfile', () => {
  const sources = steps('COPY')
    .filter((step) => !step.startsWith('--from'))
    .flatMap((step) => step.split(/\s+/).slice(0, -1));

  it.each(sources)('copies %s, which is there and not ignored', (source) => {
    expect(filesIn(source)).toHaveLength(1);
    expect(read('.dockerignore').split('\n')).toContain(`!${source.replace('./', '')}`);
  });

  it('runs scripts that exist', () => {
    const run = steps('RUN').flatMap((step) => [...step.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? ''));
    expect(run).toContain('build');
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('starts the server that is built', () => {
    const [, entry = ''] = (JSON.parse(steps('CMD').at(-1) ?? '[]') as readonly string[]).filter((part) => !part.startsWith('--'));
    expect(filesIn(sourceOf(entry))).toHaveLength(1);
  });

  it('runs as nobody in particular, with a health check and a volume for the data', () => {
    expect(steps('USER').at(-1)).toBe('node');
    expect(steps('HEALTHCHECK')).toHaveLength(1);
    expect(steps('ENV').join(' ')).toContain(`SAKSI_DATA=${steps('VOLUME')[0] ?? ''}`);
  });

  it('sets only what the configuration knows', () =>
    expect(
      [
        ...steps('ENV')
          .join(' ')
          .matchAll(/SAKSI_\w+/g),
      ]
        .map(([name]) => name)
        .filter((name) => !known.includes(name)),
    ).toEqual([]));
});

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const compose = parseYaml(text) as Compose;
  const services = Object.entries(compose.services);

  it.each(services)('%s is configured as Saksi accepts it', (_, { environment }) => {
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    expect(() => readConfiguration(environment)).not.toThrow();
  });

  it.each(services)('%s runs what the image holds', (_, { build, command }) => {
    expect(build).toBe('.');
    const entries = [...command.join(' ').matchAll(/dist\/\S+\.js/g)].map(([entry]) => sourceOf(entry));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.flatMap(filesIn)).toEqual(entries);
  });

  it.each(services)('%s takes its secrets from files, all of them declared', (_, { secrets, environment, command }) => {
    expect(secrets.filter((name) => !(name in compose.secrets))).toEqual([]);
    const used = [...Object.values(environment), ...command].flatMap((value) => [...value.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, name]) => name ?? ''));
    expect(used.sort()).toEqual([...secrets].sort());
    expect(Object.keys(environment).filter((name) => name in settings && settings[name as keyof typeof settings].secret)).toEqual([]);
  });

  it.each(services)('%s has limits, and keeps its data in a volume', (_, { deploy, volumes, environment, ports }) => {
    expect(Object.keys(deploy.resources.limits).sort()).toEqual(['cpus', 'memory', 'pids']);
    expect(volumes).toContain(`${Object.keys(compose.volumes)[0] ?? ''}:${environment['SAKSI_DATA'] ?? ''}`);
    expect(ports.every((port) => port.endsWith(`:${environment['SAKSI_PORT'] ?? ''}`))).toBe(true);
  });
});
