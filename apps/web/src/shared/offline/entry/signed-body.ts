import { foundAt, isFields, type Fields } from './at-path.ts';
import { hex, sha256, utf8 } from './bytes.ts';
import type { Signing } from './signing.ts';

/** A command's body as it is sent: text trimmed, in NFC, with line breaks as \n, and a salt with every personal value. */
export function asSent(body: object, { personal }: Signing): Fields {
  const sent = plain(body) as Fields;
  for (const { path } of personal) {
    for (const { holder, key, value } of foundAt(sent, path)) {
      if (isFields(value) && value['salt'] === undefined) holder[key] = { ...value, salt: hex(crypto.getRandomValues(new Uint8Array(16))) };
    }
  }
  return sent;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(plain);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [[name, plain(field)]])));
}

/**
 * What of a body is signed: commitments in place of personal values, moments as ms since 1970, no consents. The server
 * computes the same of what it receives; `test/vectors/signed-entries.json` holds both to it.
 */
export async function signedBody(
  sent: Fields,
  { name, id, signing }: { readonly name: string; readonly id: string; readonly signing: Signing },
): Promise<Fields> {
  const body = structuredClone(sent);
  for (const path of signing.moments) for (const { holder, key, value } of foundAt(body, path)) holder[key] = Date.parse(String(value));
  for (const path of signing.consents) for (const { holder, key } of foundAt(body, path)) Reflect.deleteProperty(holder, key);
  for (const { path, subjectField, concerns } of signing.personal) {
    for (const { holder, key, value, at } of foundAt(body, path)) {
      const [subject = id] = (subjectField === undefined ? concerns : [subjectField]).flatMap((field) => idsIn(holder[field]));
      if (isFields(value)) holder[key] = await commitment([String(value['salt']), subject, `${name}.${at}`, String(value['value'])]);
    }
  }
  return body;
}

const idsIn = (value: unknown): readonly string[] => [value].flat().filter((id): id is string => typeof id === 'string');

/** `SHA-256('saksi.commit.v1' ‖ 0x00 ‖ JCS([salt, subject, path, value]))`; of texts alone, JSON as it is written is canonical. */
const commitment = (parts: readonly string[]): Promise<string> => sha256(utf8(`saksi.commit.v1\0${JSON.stringify(parts)}`));
