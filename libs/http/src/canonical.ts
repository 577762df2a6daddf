import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON in UTF-8: what is signed, hashed and compared. @throws for a lone surrogate, NaN or an infinity */
export function canonicalBytes(value: object): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only an object has canonical bytes.');
  return Buffer.from(text, 'utf8');
}
