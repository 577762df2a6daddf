import { filesIn, read } from './support/slices.ts';

type Pair = Readonly<Record<string, string>>;

const catalogues = filesIn('apps/web/src/shared/language/words/**/*.json');
const pairs = catalogues.flatMap((path) => Object.entries(JSON.parse(read(path)) as Readonly<Record<string, Pair>>));
const sources = filesIn('apps/web/src/**/*.{ts,tsx}').filter((path) => !path.includes('/generated/'));
const code = sources.map(read).join('\n');

/** What a sentence leaves open: `{name}`, `{guests, plural, …}`. */
const openIn = (sentence: string): readonly string[] => [...sentence.matchAll(/(?<!(?:one|other) )\{(\w+)/g)].map(([, name = '']) => name).sort();
/** Keys that are put together: t(`refusal.${reason}`). */
const composed = [...code.matchAll(/`([\w.-]*(?:\$\{[^}]+\}[\w.-]*)+)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
);

describe('every sentence of the web app', () => {
  it('is there at all', () => expect(pairs.length).toBeGreaterThan(100));

  it('stands in one catalogue', () => {
    const keys = pairs.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(pairs)('%s is said in Indonesian and in English, of the same things', (_, pair) => {
    expect(Object.keys(pair)).toEqual(['id', 'en']);
    const { id = '', en = '' } = pair;
    expect([id.trim(), en.trim()]).not.toContain('');
    expect(new Set(openIn(en))).toEqual(new Set(openIn(id)));
  });

  it('is said somewhere', () => {
    const unsaid = pairs.map(([key]) => key).filter((key) => !code.includes(`'${key}'`) && !composed.some((pattern) => pattern.test(key)));
    expect(unsaid).toEqual([]);
  });

  it('comes from a catalogue that the keys are taken from', () => {
    const named = read('apps/web/src/shared/language/keys.ts');
    expect(catalogues.filter((path) => !named.includes(`'./words/${path.split('/words/').at(-1) ?? ''}'`))).toEqual([]);
  });
});
