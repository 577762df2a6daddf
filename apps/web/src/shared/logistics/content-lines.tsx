import { useWords, type Language, type Say } from '../language/language.ts';
import './content-lines.css';
import { figure, itemName } from './names.ts';

/** How much of an item a box is to hold, and how much it holds, or would. */
export interface ContentLine {
  readonly item: string;
  /** Undefined: it is in no plan of the box. */
  readonly planned: number | undefined;
  readonly packed: number;
}

/** What a box holds against its plan, item by item: each difference is named. */
export function ContentLines({ lines }: { readonly lines: readonly ContentLine[] }) {
  const { t, language } = useWords();
  return (
    <ul className="content-lines">
      {lines.map((line) => (
        <li key={line.item} className={line.packed === line.planned ? '' : 'differs'}>
          <span>{itemName(line.item, t)}</span>
          <span className="figures">{t('contents.of', { packed: figure(line.packed, language), planned: figure(line.planned ?? 0, language) })}</span>
          <span className={line.packed === line.planned ? 'badge ok' : 'badge warn'}>{difference(line, t, language)}</span>
        </li>
      ))}
    </ul>
  );
}

function difference({ planned, packed }: ContentLine, t: Say, language: Language): string {
  if (planned === undefined) return t('contents.unplanned');
  if (packed === planned) return t('contents.as-planned');
  const quantity = figure(Math.abs(planned - packed), language);
  return t(packed < planned ? 'contents.lacking' : 'contents.over', { quantity });
}
