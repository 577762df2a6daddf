import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

export const languages = ['id', 'en'] as const;
type Language = (typeof languages)[number];
export type Pairs = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const folder = resolve(import.meta.dirname, '../src/shared/language/words');
const asked = /^virtual:words\/(id|en)$/;

/** Every sentence of the app, in both languages side by side: one file for each part of it. */
export const allWords = (): Pairs =>
  Object.assign(
    {},
    ...globSync('*.json', { cwd: folder })
      .sort()
      .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Pairs),
  ) as Pairs;

/** `import 'virtual:words/id'`: the catalogue of one language, compiled when the app is built, so that none is parsed on a phone. */
export const words = (): Plugin => ({
  name: 'saksi-words',
  resolveId: (id) => (asked.test(id) ? `\0${id}` : undefined),
  load(id) {
    const language = asked.exec(id.slice(1))?.[1] as Language | undefined;
    if (!id.startsWith('\0') || language === undefined) return undefined;
    for (const file of globSync('*.json', { cwd: folder })) this.addWatchFile(join(folder, file));
    const compiled = Object.fromEntries(Object.entries(allWords()).map(([key, pair]) => [key, compileMessage(pair[language])]));
    return `export const messages = ${JSON.stringify(compiled)};`;
  },
});
