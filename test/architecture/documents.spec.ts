import 'reflect-metadata';
import { eventsDocument, type FrozenEvent } from '../../apps/api/src/index.ts';
import { configurationDocument, settings } from '#configuration';
import { picturesOf, screens, screensOfATruck } from '../browser/screens.ts';
import { filesIn, read } from './support/slices.ts';

/* Pages that are made from the code: `npm run docs` makes them anew. */
const frozen = filesIn('{libs,apps}/*/src/**/history/*.json').map((path) => JSON.parse(read(path)) as FrozenEvent);

describe('generated pages', () => {
  it('docs/configuration.md lists the settings as they are', () => expect(read('docs/configuration.md')).toBe(configurationDocument()));
  it('docs/events.md lists the events and objections as they are', () => expect(read('docs/events.md')).toBe(eventsDocument(frozen)));
});

describe('a setting', () => {
  const code = filesIn('{apps,libs}/*/src/**/*.ts').filter((path) => !path.endsWith('.spec.ts') && path !== 'libs/configuration/src/schema.ts');
  const text = code.map((path) => read(path).replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')).join('\n');

  it.each(Object.keys(settings))('%s is read: one that changes nothing would be a lie', (name) => expect(text).toMatch(new RegExp(`\\b${name}\\b`)));
});

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');

  it('names only settings that exist', () => {
    for (const [name] of page.matchAll(/\bSAKSI_[A-Z_]+\b/g)) expect(configurationDocument()).toContain(`\`${name}\``);
  });

  it('names only pages that exist', () => {
    for (const [, path = ''] of page.matchAll(/\]\(([^)#:]+)\)/g)) expect(filesIn(`docs/${path}`)).toHaveLength(1);
  });
});

describe('docs/warehouse.md', () => {
  const page = read('docs/warehouse.md');

  it('names every command that people give', () => {
    const commands = filesIn('libs/logistics/src/features/*/*.ts')
      .map(read)
      .filter((source) => source.includes('export const') && source.includes('= command(') && !source.includes("roles: ['process:"))
      .flatMap((source) => /name: 'logistics\.([a-z-]+)'/.exec(source)?.[1] ?? []);
    expect(commands.length).toBeGreaterThan(25);
    expect(commands.filter((command) => !page.includes(`\`logistics/${command}\``))).toEqual([]);
  });
});

describe('docs/screens', () => {
  it('has a picture of every screen that is looked at, and of no other: `npm run screens`', () =>
    expect(filesIn('docs/screens/*.png').toSorted()).toEqual(
      [...screens, ...Object.values(screensOfATruck)]
        .flatMap(picturesOf)
        .map((name) => `docs/screens/${name}.png`)
        .sort(),
    ));
});
