import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';

/** How many entries of phones wait for a decision at the post; nothing when there are none. */
export function EntriesToDecide({ post, children }: { readonly post: string; readonly children: (sentence: string) => React.ReactNode }) {
  const { t } = useWords();
  const { answer } = useAnswer('identity.entry-counts', { post });
  const entries = answer?.value.toDecide ?? 0;
  return entries === 0 ? null : children(t('marked.count', { entries }));
}
