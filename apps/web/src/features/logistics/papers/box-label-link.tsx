import { Tags } from 'lucide-react';
import { useWords } from '../../../shared/language/language.ts';
import { fileOf } from './addresses.ts';

/** The label of one box, to be printed anew. */
export function BoxLabelLink({ station, box }: { readonly station: string; readonly box: string }) {
  const { t, language } = useWords();
  return (
    <div className="row no-print">
      <a className="button low" href={fileOf('box-labels-pdf', { area: station, boxes: box, language })} download>
        <Tags aria-hidden size={20} />
        {t('paper.label')}
      </a>
    </div>
  );
}
