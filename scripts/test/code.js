/*
 * What can be said of the code without running it: its types, the web app's types, and the rules of ESLint. Most rules ask
 * the type checker, so what it has found out while it looked for mistakes of types serves them too: by themselves the three
 * cost a third more. Its last line, JSON, says which of the three passed; `npm run types` and `npm run lint` run them apart.
 */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

const host = {
  getCanonicalFileName: (path) => path,
  getCurrentDirectory: () => root,
  getNewLine: () => ts.sys.newLine,
};

/** The program of a tsconfig.json, as `tsc -p` makes it. */
function programOf(path) {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(root, path),
    { noEmit: true, incremental: false, tsBuildInfoFile: undefined },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic(diagnostic) {
        throw new Error(ts.formatDiagnostic(diagnostic, host));
      },
    },
  );
  return ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options, configFileParsingDiagnostics: parsed.errors });
}

/** Looks for mistakes of types, then lints these paths with what was found out about them. */
async function look({ config, paths, ignorePatterns = [] }) {
  const program = programOf(config);
  const mistakes = ts.getPreEmitDiagnostics(program);
  const eslint = new ESLint({
    cwd: root,
    ignorePatterns,
    overrideConfig: { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions: { projectService: false, programs: [program] } } },
  });
  const linted = await eslint.lintFiles(paths);
  return {
    types: ts.formatDiagnostics(mistakes, host),
    // A warning fails, as with --max-warnings=0.
    lint: linted.some(({ errorCount, warningCount }) => errorCount + warningCount > 0) ? await (await eslint.loadFormatter('stylish')).format(linted) : '',
  };
}

// Each has its own tsconfig.json; together they lint what `eslint .` does. One after the other: a program takes a gigabyte.
const rest = await look({ config: 'tsconfig.json', paths: ['.'], ignorePatterns: ['apps/web'] });
const web = await look({ config: 'apps/web/tsconfig.json', paths: ['apps/web'] });

const found = { types: rest.types, 'types of the web app': web.types, lint: rest.lint + web.lint };
for (const text of Object.values(found)) if (text !== '') console.log(text);
const failures = Object.keys(found).filter((name) => found[name] !== '');
process.exitCode = failures.length === 0 ? 0 : 1;
console.log(JSON.stringify({ passed: Object.keys(found).length - failures.length, failed: failures.length, failures }));
