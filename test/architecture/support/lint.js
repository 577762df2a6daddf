/*
 * Lints code that is given on standard input as [{ path, code }], as if it stood at these paths, with the bans that the
 * repository's own configuration has for them. A process of its own, because ESLint loads its configuration by itself.
 * Rules that ask the type checker are left out: the files do not exist.
 */
import { text } from 'node:stream/consumers';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const checked = ['@typescript-eslint/no-restricted-imports', '@typescript-eslint/no-explicit-any', '@typescript-eslint/ban-ts-comment'];
const builtIn = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax', 'no-console'];

const eslint = new ESLint();
const linter = new Linter();
const answers = [];
for (const { path, code } of JSON.parse(await text(process.stdin))) {
  const { rules } = await eslint.calculateConfigForFile(path);
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: Object.fromEntries([...checked, ...builtIn].filter((rule) => rules[rule]).map((rule) => [rule, rules[rule]])),
  };
  answers.push(linter.verify(code, [config], { filename: path }).map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(answers));
