import { decoderFiles } from './decoder-files.ts';
import { hasOwnDetector } from './detector.ts';

/** Where they are kept; the service worker looks there, too. */
const kept = 'saksi-decoder';

/**
 * Keeps the decoder on this phone, so that its camera reads codes without a network. It is a megabyte: only who opens a
 * screen that scans, on a phone that reads no codes by itself, fetches it.
 */
export async function keepDecoder(): Promise<void> {
  if (!('caches' in globalThis) || !import.meta.env.PROD || (await hasOwnDetector())) return;
  try {
    const cache = await caches.open(kept);
    const stale = (await cache.keys()).filter(({ url }) => !decoderFiles.includes(new URL(url).pathname));
    await Promise.all(stale.map((request) => cache.delete(request)));
    for (const file of decoderFiles) if (!(await cache.match(file))) await cache.add(file);
  } catch (error) {
    // Without a network, or without room: it is tried again when the screen is opened again.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  }
}
