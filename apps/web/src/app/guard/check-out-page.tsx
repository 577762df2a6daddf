import { CheckOutList } from '../../features/access/check-out-guest/check-out-list.tsx';
import { useWords } from '../../shared/language/language.ts';
import { PageHead } from '../../shared/ui/pages.tsx';

export function CheckOutPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('nav.out')} />
      <p className="quiet">{t('check-out.how')}</p>
      <CheckOutList post={post} />
    </>
  );
}
