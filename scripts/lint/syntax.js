/*
 * A rule that refuses what selectors of syntax find: `saksi/no-syntax`, with the options of ESLint's no-restricted-syntax.
 * The linter has no such rule of its own.
 */
const noSyntax = {
  meta: { type: 'problem', schema: { type: 'array', items: { type: 'object' } } },
  create: (context) => Object.fromEntries(context.options.map(({ selector, message }) => [selector, (node) => context.report({ node, message })])),
};

export default { meta: { name: 'saksi' }, rules: { 'no-syntax': noSyntax } };
