import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesOf } from '../suites/files.js';
import { root } from './support/house.ts';
import { factsOf, parse, read, short, slices, type SliceFolder } from './support/slices.ts';

const all = await slices();
const commands = all.filter((slice) => slice.commands.length > 0);
const contexts = [...new Set(all.map(({ context }) => context))];

it('finds the slices', () => expect(contexts).toEqual(expect.arrayContaining(['access', 'identity'])));

describe.each(all)('$context/$folder', (slice) => {
  it('has one name', () => {
    const name = `${slice.context}.${slice.folder}`;
    if (slice.commands.length === 0) expect(slice.queries).toContain(name);
    else expect(slice.commands.map(({ slice: { name } }) => name)).toEqual([name]);
  });
});

describe.each(commands)('the spec of $context/$folder', ({ context, folder, path, commands: [command] }) => {
  const spec = `${path}/${folder}.spec.ts`;

  it('runs on the decider and through HTTP, and meets each objection', () => {
    expect(filesOf('unit')).toContain(spec);
    // One file lifts every spec of the context: see test/support/lift.ts.
    const altitude = `test/altitude/${context}.http.spec.ts`;
    expect(filesOf('http')).toContain(altitude);
    expect(readFileSync(join(root, altitude), 'utf8')).toContain(`await lift('${context}');`);
    const { examined, objected } = told(spec);
    expect(examined).toContain(command?.exported);
    expect(Object.keys(command?.slice.objections ?? {}).filter((code) => !objected.has(code))).toEqual([]);
  });
});

/** What a spec examines with specFor, and the codes it expects with `.objects(…)`. */
function told(spec: string): { readonly examined: readonly string[]; readonly objected: ReadonlySet<string> } {
  const examined: string[] = [];
  const objected = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === 'specFor') examined.push(node.arguments[0]?.getText() ?? '');
      if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'objects')
        for (const argument of node.arguments) if (ts.isStringLiteralLike(argument)) objected.add(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(spec));
  return { examined, objected };
}

describe.each(contexts.filter((context) => commands.some((slice) => slice.context === context)))('libs/%s/README.md', (context) => {
  it('lists its commands with their events and objections, and no other', async () => {
    const readme = `libs/${context}/README.md`;
    const expected = await Promise.all(commands.filter((slice) => slice.context === context).map(row));
    expect(existsSync(join(root, readme)) ? tableOf(read(readme)) : []).toEqual(expected.sort());
  });
});

const code = (names: readonly string[]): string => names.map((name) => `\`${short(name)}\``).join(', ');
const row = async (slice: SliceFolder): Promise<string> =>
  `| \`${slice.folder}\` | ${code(await factsOf(slice))} | ${code(Object.keys(slice.commands[0]?.slice.objections ?? {}).sort())} |`.replaceAll('|  |', '| |');

/** The rows of the table under `## Commands`, in the order of their names. */
function tableOf(markdown: string): readonly string[] {
  const [, section = ''] = markdown.split(/^## Commands$/m);
  const rows = (section.split(/^## /m)[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) => line.replaceAll(/ +/g, ' ').trim()).sort();
}
