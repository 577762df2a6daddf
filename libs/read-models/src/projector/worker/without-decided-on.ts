const name = '"decidedOn":';
const [quote, backslash, openList, closeList, openObject, closeObject] = ['"', '\\', '[', ']', '{', '}'].map((sign) => sign.charCodeAt(0));

/**
 * An event's metadata as canonical JSON, without what its decision knew. No step can bind that, and its keys, each of
 * which names a stream, make parsing it dearer than all the rest.
 */
export function withoutDecidedOn(json: string): string {
  // A quotation mark inside of a string has a backslash before it: this is found as a key or not at all.
  const start = json.indexOf(name);
  if (start < 0) return json;
  let depth = 0;
  for (let at = start + name.length; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === quote) at = endOfString(json, at);
    else if (sign === openObject || sign === openList) depth++;
    else if ((sign === closeObject || sign === closeList) && --depth === 0) return joined(json.slice(0, start), json.slice(at + 1));
  }
  return json;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  for (let sign = json.charCodeAt(at); sign !== quote && at < json.length; sign = json.charCodeAt(at)) at += sign === backslash ? 2 : 1;
  return at;
}

/** One of the two commas around what was taken out goes with it. */
const joined = (before: string, after: string): string => (after.startsWith(',') ? before + after.slice(1) : before.replace(/,$/, '') + after);
