import { globSync } from 'node:fs';
import { join } from 'node:path';
import { together } from './together.ts';

const root = join(import.meta.dirname, '..', '..');

/** Specs that open what they need themselves have one altitude, and a suite of their own. */
const hasOwnSuite = (path: string): boolean => /\.[a-z]+\.spec\.ts$/.test(path);

const specsOf = (context: string): string[] => globSync(`libs/${context}/src/features/**/*.spec.ts`, { cwd: root, exclude: hasOwnSuite }).sort();

/** Registers every command spec of a context in the file that calls this: one server serves them all. */
export const lift = (context: string): Promise<void> => together(specsOf(context));

/** Every context that has slices, by the name of its lib. */
export const contexts = (): readonly string[] =>
  globSync('libs/*/src/features', { cwd: root })
    .map((path) => path.split('/')[1] ?? '')
    .sort();
