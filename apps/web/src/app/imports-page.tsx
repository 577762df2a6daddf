import { ImportFile } from '../features/imports/import-file/import-file.tsx';
import { useWords } from '../shared/language/language.ts';
import { holds, useMe } from '../shared/session/session.ts';

/** Stations are an administrator's; what boxes are to hold and what must go out of a warehouse a dispatcher's, too. */
export function ImportsPage() {
  const { t } = useWords();
  const administers = holds(useMe(), 'admin');
  return (
    <>
      <h2>{t('imports.title')}</h2>
      <ImportFile kinds={administers ? ['stations', 'boxes', 'requirements'] : ['requirements', 'boxes']} />
    </>
  );
}
