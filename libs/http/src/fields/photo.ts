import type { Faults } from './faults.ts';

/**
 * The largest photograph, bytes. It is part of the protocol and not a server's setting: a phone must know it while it
 * has no network, for a photo that is refused afterwards cannot be taken again.
 */
export const mostPhotoBytes = 98_304;
/** The same in base64. */
export const mostPhotoText = (mostPhotoBytes / 3) * 4;

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A JPEG by its content (it begins with SOI and a marker and ends with EOI, ITU-T T.81 B.1.1.3), whatever it is called. */
export function readPhoto(value: unknown, path: string, faults: Faults): string | undefined {
  if (typeof value !== 'string') return faults.add(path, 'not-text');
  if (value.length > mostPhotoText) return faults.add(path, 'photo-too-large', { kilobytes: mostPhotoBytes / 1_024 });
  if (!base64.test(value)) return faults.add(path, 'not-a-photo');
  const bytes = Buffer.from(value, 'base64');
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  return isJpeg ? value : faults.add(path, 'not-a-photo');
}
