/*
 * Puts what a start of the server, of the command line and of each of their threads loads into few files: `dist/bundle`,
 * with what starts under the same paths as in `dist`. A start otherwise looks for some three thousand modules, which takes
 * more processor time than everything else it does. docs/adr/0057-a-start-from-few-files.md
 */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const out = join(dist, 'bundle');

/** What is started, or imported by its address: programs, threads, and the modules that threads are told to import. */
const starts = globSync(
  [
    'apps/{api,cli}/src/main.js',
    'test/bench/http/{saksi,baseline}-server.js',
    'libs/*/src/**/*.worker.js',
    'libs/*/src/{,views/}projections.js',
    'libs/event-store/src/sqlite/sync-reader.js',
  ],
  { cwd: dist },
).map((path) => path.replaceAll('\\', '/'));

/** Stays in node_modules: has native parts or files of its own beside it, or is needed by few settings only. */
const apart = ['better-sqlite3', '@node-rs/argon2', 'swagger-ui-dist', 'pino', 'pg', '@eventstore/db-client', 'pdfkit', 'bwip-js', 'dejavu-fonts-ttf'];
/** What Nest and its adapter look for and do without. */
const absent = ['@nestjs/microservices', '@nestjs/platform-express', '@nestjs/websockets', '@fastify/multipart', '@fastify/view', 'class-transformer/storage'];
const external = [...apart, ...absent].map((name) => new RegExp(`^${name}(/|$)`));

/**
 * A module of Saksi's goes on to find its neighbours: `import.meta.url` is where it would lie in the bundle, so that a
 * thread starts from the bundle too; `import.meta.dirname` and `filename` are where it lies in `dist`, as files that are
 * no modules (the web app, package.json) are found from there.
 */
const places = {
  name: 'saksi-places',
  load(id) {
    if (!id.startsWith(dist)) return undefined;
    const path = relative(dist, id).replaceAll('\\', '/');
    const code = readFileSync(id, 'utf8')
      .replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, saksiBundle).href`)
      .replaceAll('import.meta.dirname', `saksiPath(new URL(${JSON.stringify(`../${posix.dirname(path)}`)}, saksiBundle))`)
      .replaceAll('import.meta.filename', `saksiPath(new URL(${JSON.stringify(`../${path}`)}, saksiBundle))`);
    return { code, map: readFileSync(`${id}.map`, 'utf8') };
  },
};

/**
 * Whoever imports Node's `http` as an ES module makes Node read everything that it exports, and so load its WebSocket, and
 * for that the whole of undici: a twentieth of a start. Asked for as a module of Node's own it is read as it is used.
 */
const plainHttp = {
  name: 'saksi-plain-http',
  resolveId: (id) => (/^(node:)?http$/.test(id) ? '\0plain-http' : undefined),
  load: (id) => (id === '\0plain-http' ? { code: "module.exports = process.getBuiltinModule('node:http');", moduleType: 'js' } : undefined),
};

/** Where the bundle is, as seen from a file of it; on the first line, which source maps are told of. */
const banner = ({ fileName }) =>
  `import { fileURLToPath as saksiPath } from 'node:url'; const saksiBundle = new URL(${JSON.stringify(`${relative(dirname(fileName), '.') || '.'}/`)}, import.meta.url);`;

rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(starts.map((path) => [path.replace(/\.js$/, ''), join(dist, path)])),
  platform: 'node',
  external,
  plugins: [places, plainHttp],
  tsconfig: false,
  onLog: (level, { code, message }) => {
    if (level === 'warn') throw new Error(`${code}: ${message}`);
  },
});
await bundle.write({
  dir: out,
  format: 'esm',
  sourcemap: true,
  sourcemapExcludeSources: true,
  banner,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
});
