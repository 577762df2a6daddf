/** Which projections each question is answered from, from the API's description: only their changes are news for it. */
export function readsOf(description) {
  const queries = Object.values(description.paths).flatMap(({ get }) => {
    const reads = get?.['x-saksi-reads'];
    return reads ? [[get.operationId, reads]] : [];
  });
  const entries = queries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `/* Made from the API's description by scripts/web.js; not to be edited. */\nexport const reads: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}
