import { useLocation } from 'wouter';
import { PageForm } from '../../features/access/transcribe-page/page-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { PageHead } from '../../shared/ui/pages.tsx';

/** What was written by hand while nothing worked. */
export function PaperPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  return (
    <>
      <PageHead title={t('paper.title')} back="/sheet" />
      <PageForm post={post} onDone={() => go('/sheet')} />
    </>
  );
}
