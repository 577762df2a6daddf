import { History, PackageSearch } from 'lucide-react';
import { useWords } from '../../shared/language/language.ts';
import { Shell } from '../shell/shell.tsx';
import { RewindPage } from './rewind-page.tsx';

/** Those who read what happened: investigators, supervisors, commanders. */
export function InvestigatorRoutes() {
  const { t } = useWords();
  return (
    <Shell
      title={t('rewind.title')}
      beneath={t('rewind.what')}
      links={[
        { to: '~/rewind', label: t('nav.rewind'), icon: History },
        { to: '~/gudang/where', label: t('nav.boxes'), icon: PackageSearch },
      ]}
      wide
    >
      <RewindPage />
    </Shell>
  );
}
