import type { ReactNode } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';

/** How much does not fit at the post and nobody has explained; nothing when that is none, or while nobody can say. */
export function OpenDoubts({ post, children }: { readonly post: string; readonly children: (sentence: string) => ReactNode }) {
  const { t } = useWords();
  const open = useAnswer('access.standing-contradictions', { post, explained: false, limit: 100 }).answer?.value.items.length ?? 0;
  return open === 0 ? null : children(t('squad.doubts.open', { open }));
}
