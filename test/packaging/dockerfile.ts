import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './compose.ts';

export interface Image {
  /** Where the image's `/` lies here. */
  readonly folder: string;
  readonly workdir: string;
  readonly environment: Record<string, string>;
  command: readonly string[];
  healthcheck: readonly string[];
}

/** The steps of the Dockerfile, each on one line. */
const steps = (): readonly (readonly [name: string, rest: string])[] =>
  readFileSync(join(root, 'Dockerfile'), 'utf8')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return name !== undefined && rest !== undefined ? [[name, rest] as const] : [];
    });

/** As .dockerignore leaves them out. */
const shipped = (path: string): boolean => !path.endsWith('.spec.ts') && !/\/(node_modules|dist)(\/|$)/.test(path.replace(root, ''));

const list = (rest: string): readonly string[] => JSON.parse(rest.slice(rest.indexOf('['))) as readonly string[];

/**
 * Builds the image in a folder, step by step, on this machine's Node and npm in place of the base image's: the subset of
 * a Dockerfile that Saksi's own uses, where paths of the image are paths in the folder. @throws at a step that fails, or
 * is not of that subset
 */
export function build(folder: string): Image {
  const stages = new Map<string, Image>();
  let image: Image | undefined;
  let workdir = '/';
  for (const [name, rest] of steps()) {
    if (name === 'FROM') {
      const stage = /AS (\w+)$/.exec(rest)?.[1] ?? 'final';
      image = { folder: join(folder, stage), workdir: '', environment: {}, command: [], healthcheck: [] };
      mkdirSync(join(image.folder, 'usr/local/bin'), { recursive: true });
      stages.set(stage, image);
      continue;
    }
    if (!image) throw new Error(`${name} comes before FROM.`);
    const at = (path: string): string => join(image?.folder ?? folder, path.startsWith('/') ? path : join(workdir, path));
    switch (name) {
      case 'WORKDIR':
        workdir = rest;
        mkdirSync(at(rest), { recursive: true });
        image = Object.assign(image, { workdir: at(rest) });
        break;
      case 'COPY': {
        const words = rest.split(/\s+/);
        const stage = /^--from=(\w+)$/.exec(words[0] ?? '')?.[1];
        const from = stage === undefined ? root : (stages.get(stage)?.folder ?? '');
        const to = words.at(-1) ?? '';
        for (const source of words.slice(stage === undefined ? 0 : 1, -1)) {
          const target = to.endsWith('/') ? join(at(to), basename(source)) : at(to);
          mkdirSync(dirname(target), { recursive: true });
          cpSync(join(from, source), target, { recursive: true, verbatimSymlinks: true, filter: stage === undefined ? shipped : () => true });
        }
        break;
      }
      case 'ENV':
        for (const [, key = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) image.environment[key] = value;
        break;
      case 'RUN':
        run(inFolder(rest, image.folder), image);
        break;
      case 'CMD':
        image.command = list(rest);
        break;
      case 'HEALTHCHECK':
        image.healthcheck = list(rest);
        break;
      case 'USER':
      case 'VOLUME':
      case 'EXPOSE':
      case 'STOPSIGNAL':
        break;
      default:
        throw new Error(`The Dockerfile has a step that is not tried here: ${name}.`);
    }
  }
  const built = stages.get('final');
  if (!built) throw new Error('The Dockerfile builds nothing.');
  return built;
}

/** What runs as root in the image, for a user of the image, runs here as whoever runs the tests. */
const inFolder = (command: string, folder: string): string =>
  command.replaceAll(/(^|[\s='"])\/(saksi|var|usr)\b/g, `$1${folder}/$2`).replaceAll(/-[og] node /g, '');

/** The Node of the tests goes before the machine's, as in the image. */
export const environmentOf = (image: Image): NodeJS.ProcessEnv => ({
  PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  HOME: process.env['HOME'],
  npm_config_prefer_offline: 'true',
  ...image.environment,
});

function run(command: string, image: Image): void {
  const { status, stderr, stdout } = spawnSync('sh', ['-euc', command], { cwd: image.workdir, env: environmentOf(image), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stdout}${stderr}`);
}
