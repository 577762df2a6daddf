import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { record } from '../../../shared/offline/index.ts';
import { digestOfBase64 } from '../../../shared/ui/digest.ts';

/** Of one look at one zone; each is sent by itself. */
export const mostPhotos = 4;

type Of = Pick<CommandBody<'logistics.photograph-zone'>, 'warehouse' | 'zone'>;
/** A photograph as the check names it, and what is on it. */
type Named = Omit<CommandBody<'logistics.photograph-zone'>, keyof Of>;

/**
 * Photographs of a zone while somebody looks at it. The check names them by their digests and is recorded first; the
 * pictures follow without a word: they are large, and nothing waits for them.
 */
export function useZonePhotos(of: Of) {
  const queries = useQueryClient();
  const [photos, setPhotos] = useState<readonly string[]>([]);
  return {
    photos,
    add: (photo: string): void => setPhotos((before) => [...new Set([...before, photo])]),
    remove: (photo: string): void => setPhotos((before) => before.filter((each) => each !== photo)),
    named: (): Promise<readonly Named[]> =>
      Promise.all(photos.map(async (picture) => ({ photo: await digestOfBase64(picture), zonePhoto: { value: picture } }))),
    keep: async (taken: readonly Named[]): Promise<void> => {
      // All at once: each is safe on this phone before the first one has been heard of.
      await Promise.all(taken.map((each) => record('logistics.photograph-zone', { ...of, ...each })));
      if (taken.length > 0) await queries.invalidateQueries({ queryKey: ['logistics'] });
    },
  };
}
