import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from './house.ts';

export interface Written {
  readonly path: string;
  readonly code: string;
}

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string; readonly message: string }[];
}

/**
 * The rules that speak when this code stands at these paths, by the repository's own configuration. Several that stand at
 * one path get a folder each, below that one. Rules that ask the type checker are left out: what is imported is not there.
 */
export function lint(written: readonly Written[]): readonly (readonly string[])[] {
  const house = mkdtempSync(join(tmpdir(), 'saksi-lint-'));
  try {
    for (const linked of ['node_modules', 'scripts']) symlinkSync(join(root, linked), join(house, linked));
    cpSync(join(root, 'oxlint.config.ts'), join(house, 'own.ts'));
    writeFileSync(join(house, 'oxlint.config.ts'), "import own from './own.ts';\nexport default { ...own, options: {} };\n");
    const places = written.map(({ path }, index) => {
      const isAlone = written.every((other, at) => at === index || other.path !== path);
      return isAlone ? path : path.replace(/(?=[^/]+$)/, `${index}/`);
    });
    for (const [index, place] of places.entries()) {
      mkdirSync(dirname(join(house, place)), { recursive: true });
      writeFileSync(join(house, place), `${written[index]?.code ?? ''}\n`);
    }
    const said = reported(house);
    return places.map((place) => said.filter(({ filename }) => filename === place).map(({ code, message }) => code || message));
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

function reported(house: string): Report['diagnostics'] {
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [program, '--format=json', 'apps', 'libs'], { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (!run.stdout.startsWith('{')) throw new Error(`oxlint did not answer: ${run.stdout}${run.stderr}`);
  const { diagnostics } = JSON.parse(run.stdout) as Report;
  return diagnostics.map((diagnostic) => ({ ...diagnostic, filename: relative(house, join(house, diagnostic.filename)).replaceAll('\\', '/') }));
}
