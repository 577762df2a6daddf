/*
 * The arrows of the house. Type imports count: a context that only borrows another's type depends on it all the same.
 * test/architecture/arrows.spec.ts runs these rules, and shows on a small wrong house that each of them can fail.
 */

const contexts = '^libs/(access|logistics|incidents|evidence|deployment|outreach)/';
const spec = '(\\.spec\\.ts$|/contract/|/src/testing/|^libs/[^/]+/bench/)';

/** `lib` may import these libs, and no other. What is not named here is a context, or the timeline over all of them. */
const layers = {
  kernel: [],
  'event-store': ['kernel'],
  postgres: ['kernel'],
  http: ['kernel', 'event-store'],
  cqrs: ['kernel', 'event-store', 'postgres', 'http', 'read-models'],
  'read-models': ['kernel', 'event-store', 'http'],
  processes: ['kernel', 'event-store', 'cqrs', 'read-models'],
  ledger: ['kernel', 'event-store'],
  vault: ['kernel', 'event-store', 'postgres', 'http', 'cqrs', 'read-models', 'processes'],
  identity: ['kernel', 'event-store', 'postgres', 'http', 'cqrs', 'read-models', 'processes'],
  paper: ['kernel', 'http', 'cqrs', 'read-models'],
  configuration: ['kernel'],
  testing: ['kernel', 'event-store', 'http', 'cqrs', 'read-models', 'processes'],
};
const platform = Object.keys(layers).join('|');

const arrows = Object.entries(layers).map(([lib, may]) => ({
  name: `arrows-of-${lib}`,
  comment: `libs/${lib} stands on ${may.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: spec },
  to: { path: '^(libs|apps|test)/', pathNot: `^libs/(${[lib, ...may].join('|')})/` },
}));

export default {
  forbidden: [
    ...arrows,
    {
      name: 'contexts-are-islands',
      comment: 'What a context must know of another reaches it through a process or a port.',
      severity: 'error',
      from: { path: contexts },
      to: { path: contexts, pathNot: '^libs/$1/' },
    },
    {
      name: 'contexts-stand-on-the-platform',
      severity: 'error',
      from: { path: contexts, pathNot: spec },
      to: { path: '^(libs|apps|test)/', pathNot: `^libs/($1|kernel|event-store|cqrs|read-models|processes|vault|identity|http|paper)/` },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: `^libs/(${platform})/` },
      to: { path: '^libs/(access|logistics|incidents|evidence|deployment|outreach|timeline)/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'front-doors-only',
      comment: "Another lib is entered through its index: '#kernel', never '../../kernel/src/ids.ts'.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'front-doors-only-for-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'nobody-leaves-through-the-own-front-door',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '/src/index\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'shipped-code-imports-no-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [spec, '^libs/testing/'] },
      to: { path: [spec, '^libs/testing/', '^test/'] },
    },
    {
      name: 'domain-knows-no-slice',
      comment: 'Facts and how they add up stand by themselves; slices, views and processes stand on them.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/' },
      to: { path: '^libs/$1/src/(features|views|processes)/' },
    },
    {
      name: 'screens-are-islands',
      comment: 'A feature of the web app imports no other; what two of them need is in shared, what joins them in app.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+/[^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'screens-know-no-shell',
      severity: 'error',
      from: { path: '^apps/web/src/(features|shared)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'shared-knows-no-screen',
      severity: 'error',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/features/' },
    },
    {
      name: 'web-and-server-meet-over-http',
      comment: 'What the web app knows of the server is generated from its description.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(api|cli))/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^(libs|apps/(api|cli))/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'web-declares-its-packages',
      comment: 'They are bundled when the app is built, so they are dev dependencies.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // What Vite makes when it builds, and the address of a file.
      to: { couldNotResolve: true, pathNot: '^virtual:words/|\\.wasm\\?url$' },
    },
    {
      name: 'only-declared-packages',
      comment: 'What shipped code imports is among the dependencies, so that an installation without dev dependencies runs.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [spec, '^libs/testing/', '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/\\.cache|test/architecture/fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
