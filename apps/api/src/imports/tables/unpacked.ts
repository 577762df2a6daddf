/* The central directory of a zip archive: APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16. */
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
/** Where a size is longer than 32 bits, or a count than 16, this stands in its place (ZIP64). */
const elsewhere = 0xffff_ffff;
const withDescriptor = 8;

/**
 * What a zip archive says it comes to, bytes; undefined when it does not say, or is none. Whoever unpacks an entry stops
 * at the size that is named here, so that an archive cannot come to more.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  let [at, sum] = [view.getUint32(end + 16, true), 0];
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const isUnsaid = unpacked === 0 && (packed > 0 || (view.getUint16(at + 8, true) & withDescriptor) !== 0);
    if (isUnsaid || unpacked === elsewhere) return undefined;
    sum += unpacked;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

/** The last record that says where the directory is. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - longestComment); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}
