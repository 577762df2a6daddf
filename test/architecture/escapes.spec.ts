import ts from 'typescript';
import { inferenceHelpers } from '../../scripts/eslint/bans.js';
import { filesIn, read } from './support/slices.ts';

const files = filesIn('{apps,libs,test}/**/*.ts').filter((path) => !path.includes('node_modules/') && !path.startsWith('dist/'));

/** Lines of a file where the type `any` is written. */
function anys(path: string, text: string): readonly number[] {
  if (!/\bany\b/.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) lines.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lines;
}

it('says any only where the compiler infers through it', () =>
  expect(files.filter((path) => !inferenceHelpers.includes(path)).flatMap((path) => anys(path, read(path)).map((line) => `${path}:${line}`))).toEqual([]));

it('would find any', () => expect(anys('a.ts', 'const a = 1 as\n any;')).toEqual([2]));

/** Rules that a comment switches off are rules no longer; what must be switched off is in eslint.config.js, with its reason. */
const switches = /(?:\/\/|\/\*)\s*(eslint-disable[a-z-]*(?:[^\n*]*)|@ts-ignore|@ts-nocheck)/g;
const reasoned = /eslint-disable\S*\s+[@a-z/, -]+?\s+--\s+\S.{10,}/;

it('switches no rule off without a reason', () =>
  expect(
    files
      .filter((path) => !path.startsWith('test/architecture/'))
      .flatMap((path) => [...read(path).matchAll(switches)].filter(([text]) => !reasoned.test(text)).map(([text]) => `${path}: ${text}`)),
  ).toEqual([]));

it('switches none of the standing bans off at all', () => {
  const found = files.flatMap((path) => [...read(path).matchAll(switches)].map(([text]) => ({ path, text })));
  const bans = found.filter(
    ({ path, text }) => /no-restricted-|no-explicit-any|@ts-/.test(text) && !inferenceHelpers.includes(path) && !path.startsWith('test/architecture/'),
  );
  expect(bans).toEqual([]);
});
