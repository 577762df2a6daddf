import { FileDown, Printer } from 'lucide-react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import type { Answered } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { fileOf } from './addresses.ts';
import { PaperSheet } from './paper-sheet.tsx';

interface PaperPageProps {
  readonly of: Answered<Schemas['Paper']>;
  /** The file with the same on it: its operation, and what it is of. */
  readonly file: string;
  readonly named: Readonly<Record<string, string>>;
}

/** A document to look at, to print from the browser, or to take along as PDF. */
export function PaperPage({ of, file, named }: PaperPageProps) {
  const { t } = useWords();
  return (
    <Shown of={of}>
      {(paper) => (
        <>
          <div className="row no-print">
            <Button onClick={() => print()}>
              <Printer aria-hidden size={20} />
              {t('sheet.print')}
            </Button>
            <a className="button low" href={fileOf(file, named)} download>
              <FileDown aria-hidden size={20} />
              {t('paper.pdf')}
            </a>
          </div>
          <PaperSheet paper={paper} />
        </>
      )}
    </Shown>
  );
}
