import { isUtf8 } from 'node:buffer';
import { problem } from '../problem/problem.ts';

/** A body's JSON. Bytes that are no UTF-8 are refused: replaced by U+FFFD, they would be recorded as something nobody sent. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0 || !isUtf8(bytes)) throw problem('malformed-json');
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // The parser's message repeats what was sent.
    throw problem('malformed-json');
  }
}
