import { decoderWorker } from './decoder-files.ts';

/** Finds the codes in pictures. */
export interface Detector {
  /** What each code in the picture says; the picture is given away. */
  readonly read: (picture: ImageBitmap) => Promise<readonly string[]>;
  readonly close: () => void;
}

/** The part of the Shape Detection API that is used; not every browser has it. */
interface OwnDetector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  var BarcodeDetector: { new (options: { readonly formats: readonly string[] }): OwnDetector; getSupportedFormats(): Promise<readonly string[]> } | undefined;
}

const formats = ['qr_code', 'code_128'] as const;

/** Whether the browser reads both sorts of code by itself. */
export async function hasOwnDetector(): Promise<boolean> {
  const supported = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  return formats.every((format) => supported.includes(format));
}

export async function openDetector(): Promise<Detector> {
  return (await hasOwnDetector()) ? ownDetector() : decoder(decoderWorker);
}

function ownDetector(): Detector {
  if (!globalThis.BarcodeDetector) throw new TypeError('This browser has no detector.');
  const detector = new globalThis.BarcodeDetector({ formats });
  return {
    read: async (picture) => {
      const found = await detector.detect(picture).finally(() => picture.close());
      return found.map(({ rawValue }) => rawValue);
    },
    close: () => undefined,
  };
}

/** One picture after the other. @throws from `read` when the decoder cannot be loaded */
function decoder(address: string): Detector {
  const worker = new Worker(address, { type: 'module' });
  return {
    read: (picture) =>
      new Promise((found, fail) => {
        worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => found(data);
        worker.onerror = () => fail(new Error('The decoder cannot be loaded.'));
        worker.postMessage(picture, [picture]);
      }),
    close: () => worker.terminate(),
  };
}
