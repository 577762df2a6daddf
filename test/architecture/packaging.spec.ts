import { configurationSchema } from '#configuration';
import { filesIn, read } from './support/slices.ts';

const dockerfile = read('Dockerfile')
  .replaceAll(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => !line.startsWith('#'));
const steps = (name: string): readonly string[] => dockerfile.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1).trim()] : []));
const scripts = (JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts;
const known = Object.keys(configurationSchema.shape);
/** The source of what is built to `dist/…`. */
const sourceOf = (built: string): string => built.replace(/^dist\/(bundle\/)?/, '').replace(/\.js$/, '.ts');

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
