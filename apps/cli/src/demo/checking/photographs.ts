import { createHash } from 'node:crypto';
import { conditionsAtKemelak, zonePhotoOf } from '../questions.ts';
import { photographed } from '../scenario/distribution/conditions.ts';
import type { Ask } from './ask.ts';

interface CheckFound {
  readonly photos: readonly string[];
  readonly photosKept: readonly string[];
}
interface PhotoFound {
  readonly zonePhoto: string | null;
}

/** Compares what was photographed of the rain with the script, picture by picture: each is the one that its check names. */
export async function checkPhotographs(ask: Ask): Promise<readonly string[]> {
  const faults: string[] = [];
  const checks = await ask<CheckFound>(conditionsAtKemelak);
  for (const { photos, kept } of photographed) {
    const found = checks.find((check) => same(check.photos, photos));
    if (!same(found?.photosKept, kept))
      faults.push(`of ${photos.length} photographs of a wet zone ${found?.photosKept.length ?? 'no'} came instead of ${kept.length}`);
    for (const photo of kept) {
      const [shown] = await ask<PhotoFound>(zonePhotoOf(photo));
      if (digestOf(shown?.zonePhoto ?? '') !== photo) faults.push(`the picture of ${photo} is another one`);
    }
  }
  return faults;
}

const digestOf = (jpeg: string): string => createHash('sha256').update(Buffer.from(jpeg, 'base64')).digest('hex');
const same = (one: readonly string[] | undefined, other: readonly string[]): boolean => JSON.stringify(one) === JSON.stringify(other);
