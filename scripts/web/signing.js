/** What a phone must know of each command to sign it as the server verifies it, from the API's description. */
export function signingOf(description) {
  const commands = Object.values(description.paths).flatMap(({ post }) => {
    const signing = post?.['x-saksi-signing'];
    return signing ? [[post.operationId, signing]] : [];
  });
  const entries = commands.sort(([one], [other]) => (one < other ? -1 : 1));
  return `/* Made from the API's description by scripts/web.js; not to be edited. */\nexport const signing = ${JSON.stringify(Object.fromEntries(entries), null, 2)} as const;\n`;
}
