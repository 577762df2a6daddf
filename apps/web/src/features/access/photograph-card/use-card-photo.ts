import { useEffect, useRef, useState } from 'react';
import { record } from '../../../shared/offline/index.ts';

interface Ids {
  readonly visit: string;
  readonly post: string;
  readonly guest: string;
}

/**
 * The photo of a card while its guest is being let in. It is recorded last and without a word, when the screen is left:
 * it is large, and nothing that lets somebody in, or keeps them out, waits for it. Without a report there is nothing it
 * belongs to.
 */
export function useCardPhoto(ids: Ids, reported: boolean) {
  const [photo, setPhoto] = useState<string>();
  const last = useRef<() => void>(undefined);
  useEffect(() => {
    last.current = photo !== undefined && reported ? () => void record('access.photograph-card', { ...ids, cardPhoto: { value: photo } }) : undefined;
  });
  useEffect(() => () => last.current?.(), []);
  return { photo, setPhoto };
}
