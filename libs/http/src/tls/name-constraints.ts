import { Extension } from '@peculiar/x509';

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

const dns = (suffix: string): Buffer => tlv(0x30, tlv(0x82, Buffer.from(suffix, 'ascii')));
const range = (hex: string): Buffer => tlv(0x30, tlv(0x87, Buffer.from(hex, 'hex')));

/** Address and mask: this machine, the private networks (RFC 1918, RFC 4193) and the link-local ones. */
const privateRanges = [
  '7f000000ff000000',
  '0a000000ff000000',
  'ac100000fff00000',
  'c0a80000ffff0000',
  'a9fe0000ffff0000',
  `${'0'.repeat(31)}1${'f'.repeat(32)}`,
  `fc${'0'.repeat(30)}fe${'0'.repeat(30)}`,
  `fe80${'0'.repeat(28)}ffc0${'0'.repeat(28)}`,
];
export const privateSuffixes = ['localhost', 'local', 'lan', 'internal', 'home.arpa'] as const;

/**
 * Binds an authority to private names and addresses (RFC 5280 §4.2.1.10): whoever steals its key from this machine
 * still cannot pose as a bank to the phones that trust it.
 */
export const privateNamesOnly = (names: readonly string[]): Extension =>
  new Extension(
    '2.5.29.30',
    true,
    Uint8Array.from(tlv(0x30, tlv(0xa0, ...[...new Set([...privateSuffixes, ...names])].map(dns), ...privateRanges.map(range)))),
  );
