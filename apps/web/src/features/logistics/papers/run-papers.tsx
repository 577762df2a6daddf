import { FileText, Tags } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { fileOf, papersOfRun, runPaperPage } from './addresses.ts';

/** What can be printed of a run: its papers, and the labels of its boxes. */
export function RunPapers({ destination, dispatch }: { readonly destination: string; readonly dispatch: string }) {
  const { t, language } = useWords();
  return (
    <nav className="row no-print" aria-label={t('paper.of-run')}>
      {papersOfRun.map((paper) => (
        <Link key={paper} className="button low" href={runPaperPage(paper, { destination, dispatch })}>
          <FileText aria-hidden size={20} />
          {t(`paper.${paper}`)}
        </Link>
      ))}
      <a className="button low" href={fileOf('box-labels-pdf', { area: destination, dispatch, language })} download>
        <Tags aria-hidden size={20} />
        {t('paper.labels')}
      </a>
    </nav>
  );
}
