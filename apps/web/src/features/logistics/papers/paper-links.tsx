import { FileDown, FileText } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';

interface LinksProps {
  /** What the document is called. */
  readonly name: string;
  /** Where it is looked at, and printed. */
  readonly page: string;
  /** The same as a file. */
  readonly pdf: string;
}

/** The way from what was recorded to the document of it. */
export function PaperLinks({ name, page, pdf }: LinksProps) {
  const { t } = useWords();
  return (
    <nav className="row no-print" aria-label={t('print.title')}>
      <Link className="button low" href={page}>
        <FileText aria-hidden size={20} />
        {name}
      </Link>
      <a className="button low" href={pdf} download>
        <FileDown aria-hidden size={20} />
        {t('paper.pdf')}
      </a>
    </nav>
  );
}
