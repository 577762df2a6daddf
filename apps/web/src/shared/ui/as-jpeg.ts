/** What the server takes at most, bytes; test/browser holds both to it. */
const mostBytes = 98_304;

/** Longest side in pixels and quality, the best first: a card is legible in all of them. */
const attempts = [
  [1_280, 0.8],
  [1_280, 0.6],
  [1_024, 0.6],
  [1_024, 0.45],
  [800, 0.45],
  [640, 0.4],
  [480, 0.35],
] as const;

/**
 * A picture drawn anew as a small JPEG, in base64. Nothing of the file but its pixels is left: not where it was taken,
 * not by which phone. Undefined when it is no picture that this browser knows.
 */
export async function asJpeg(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  try {
    for (const [side, quality] of attempts) {
      const jpeg = await drawn(picture, side, quality);
      if (jpeg && jpeg.size <= mostBytes) return await base64(jpeg);
    }
    return undefined;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((typeof reader.result === 'string' ? reader.result : '').replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The picture cannot be read.'));
    reader.readAsDataURL(blob);
  });
}
