import rules from '../../.dependency-cruiser.js';
import { cruiseHouse, cruiseRepository } from './support/house.ts';

const a = 'export const a = 1;\n';
const from = (path: string): string => `export * from '${path}';\n`;
const typesFrom = (path: string): string => `export type * from '${path}';\n`;

/** For each rule, files that break it: the first one is what the rule must name. All together are one wrong house. */
const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'contexts-are-islands': { 'libs/access/src/island.ts': from('#logistics'), 'libs/logistics/src/index.ts': a },
  'contexts-stand-on-the-platform': { 'libs/access/src/beyond.ts': from('#timeline'), 'libs/timeline/src/index.ts': a },
  'platform-knows-no-context': { 'libs/cqrs/src/context.ts': from('#outreach'), 'libs/outreach/src/index.ts': a },
  'libs-know-no-app': { 'libs/timeline/src/app.ts': from('../../../apps/api/src/main.ts'), 'apps/api/src/main.ts': a },
  'front-doors-only': { 'libs/access/src/window.ts': from('../../kernel/src/ids.ts'), 'libs/kernel/src/ids.ts': a },
  'front-doors-only-for-apps': { 'apps/cli/src/window.ts': from('../../../libs/kernel/src/ids.ts') },
  'nobody-leaves-through-the-own-front-door': { 'libs/kernel/src/own.ts': from('#kernel'), 'libs/kernel/src/index.ts': a },
  'shipped-code-imports-no-tests': { 'libs/kernel/src/tested.ts': from('./ids.spec.ts'), 'libs/kernel/src/ids.spec.ts': a },
  'domain-knows-no-slice': { 'libs/access/src/domain/visit.ts': from('../features/admit/admit.ts'), 'libs/access/src/features/admit/admit.ts': a },
  'screens-are-islands': {
    'apps/web/src/features/access/visit/page.ts': from('../doors/doors.ts'),
    'apps/web/src/features/access/doors/doors.ts': a,
  },
  'screens-know-no-shell': { 'apps/web/src/features/access/doors/shell.ts': from('../../../app/shell.ts'), 'apps/web/src/app/shell.ts': a },
  'shared-knows-no-screen': { 'apps/web/src/shared/ui/door.ts': from('../../features/access/doors/doors.ts') },
  'web-and-server-meet-over-http': { 'apps/web/src/shared/api/server.ts': from('../../../../api/src/main.ts') },
  'server-knows-no-web': { 'apps/api/src/screens.ts': from('../../web/src/shared/ui/door.ts') },
  'web-declares-its-packages': { 'apps/web/src/shared/ui/undeclared.ts': from('fastify-plugin') },
  'no-circles': { 'libs/kernel/src/x.ts': from('./y.ts'), 'libs/kernel/src/y.ts': typesFrom('./x.ts') },
  'no-unresolvable': { 'libs/kernel/src/lost.ts': from('./gone.ts') },
  'only-declared-packages': { 'libs/kernel/src/undeclared.ts': from('prettier') },
};

const names = rules.forbidden.map(({ name }) => name);
const layers = names.filter((name) => name.startsWith('arrows-of-'));

it('keeps every arrow of the house', () => {
  const { violations } = cruiseRepository().summary;
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

describe('each rule can fail', () => {
  const libs = layers.map((name) => name.slice('arrows-of-'.length));
  const layered = Object.fromEntries(libs.map((lib) => [`libs/${lib}/src/upwards.ts`, from('../../../apps/api/src/main.ts')]));
  const typed = {
    'libs/access/src/typed.ts': "import type { A } from '#incidents';\nexport type B = A;\n",
    'libs/incidents/src/index.ts': 'export type A = 1;\n',
  };
  const { violations } = cruiseHouse(Object.assign({}, layered, typed, ...Object.values(broken)) as Record<string, string>).summary;
  const found = (name: string): readonly string[] => violations.filter(({ rule }) => rule.name === name).map((violation) => violation.from);

  it.each(names.filter((name) => !layers.includes(name)))('%s', (name) => {
    const [file] = Object.keys(broken[name] ?? {});
    if (!file) throw new Error(`Write files that break ${name}.`);
    expect(found(name)).toContain(file);
  });

  it.each(libs)('arrows-of-%s', (lib) => expect(found(`arrows-of-${lib}`)).toContain(`libs/${lib}/src/upwards.ts`));

  it('and types count', () => expect(found('contexts-are-islands')).toContain('libs/access/src/typed.ts'));
});

it('says nothing of a right house', () => {
  const house = {
    'libs/access/src/index.ts': "export { a } from '#kernel';\nexport * from './visit.ts';\n",
    'libs/access/src/visit.ts': a,
    'libs/kernel/src/index.ts': a,
  };
  expect(cruiseHouse(house).summary.violations).toEqual([]);
});
