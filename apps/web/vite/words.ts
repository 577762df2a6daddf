import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

export const languages = ['id', 'en'] as const;
type Language = (typeof languages)[number];
const isLanguage = (text: string | undefined): text is Language => languages.some((each) => each === text);
export type Pairs = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const folder = resolve(import.meta.dirname, '../src/shared/language/words');
const asked = /^virtual:words\/(?:(\w+)\/)?(id|en)$/;

/** The files whose sentences come first, or with one part of the app. */
const filesOf = (part: string): readonly string[] =>
  globSync('*.json', { cwd: join(folder, part) })
    .sort()
    .map((file) => join(folder, part, file));

const pairsIn = (files: readonly string[]): Pairs => Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Pairs)) as Pairs;

/**
 * `import 'virtual:words/id'`: the catalogue of one language, compiled when the app is built, so that none is parsed on a
 * phone. `virtual:words/warehouse/id`: the sentences of one part, which whoever never opens it does not load.
 */
export const words = (): Plugin => ({
  name: 'saksi-words',
  resolveId: (id) => (asked.test(id) ? `\0${id}` : undefined),
  load(id) {
    const [, part = '', language] = asked.exec(id.slice(1)) ?? [];
    if (!id.startsWith('\0') || !isLanguage(language)) return undefined;
    const files = filesOf(part);
    for (const file of files) this.addWatchFile(file);
    const compiled = Object.fromEntries(Object.entries(pairsIn(files)).map(([key, pair]) => [key, compileMessage(pair[language])]));
    return `export const messages = ${JSON.stringify(compiled)};`;
  },
});
