import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shell } from '../shell/shell.tsx';

/** The frame of every screen at a post: which one it is, and who keeps watch. */
export function PostShell({ post, children }: { readonly post: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const { answer } = useAnswer('access.posts', {});
  const name = answer?.value.items.find((each) => each.post === post)?.name;
  return (
    <Shell title={name ?? t('post.title')} links={[{ to: `~/post/${post}`, label: t('nav.post') }]}>
      {children}
    </Shell>
  );
}
