import { settings } from './schema.ts';
import { fileOf } from './secret-files.ts';

/** docs/configuration.md, made from the schema. */
export const configurationDocument = (): string =>
  [
    '# Configuration',
    '',
    'Environment variables, checked at start: a wrong one stops Saksi with a sentence that says which and why. This page is made from the schema by `npm run docs`.',
    '',
    '| variable | default | what it is for |',
    '|---|---|---|',
    ...Object.entries(settings).map(
      ([name, { fallback, about, secret }]) =>
        `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${about}${secret ? ` Secret: give it here, or by a file that \`${fileOf(name)}\` names; never on a command line.` : ''} |`,
    ),
    '',
  ].join('\n');
