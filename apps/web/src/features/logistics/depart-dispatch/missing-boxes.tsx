import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { toggled } from '../../../shared/ui/toggled.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';

type Line = Schemas['ManifestLine'];

/** Planned, and not on the truck. */
export const missingOf = ({ lines }: Schemas['Manifest']): readonly Line[] => lines.filter(({ planned, state }) => planned && state !== 'on-truck');

interface MissingProps {
  readonly lines: readonly Line[];
  readonly named: ReadonlySet<string>;
  readonly onName: (named: ReadonlySet<string>) => void;
}

/** Each box that stays behind is named: nobody overlooks one of many. */
export function MissingBoxes({ lines, named, onName }: MissingProps) {
  const { t } = useWords();
  if (lines.length === 0) return <p className="note ok">{t('depart.none-missing')}</p>;
  return (
    <fieldset className="stack tight">
      <legend>{t('depart.missing', { boxes: lines.length })}</legend>
      <p className="note warn small">{t('depart.missing.how')}</p>
      {lines.map((line) => (
        <label key={line.box} className={`card seen ${named.has(line.box) ? 'warn' : ''}`}>
          <input type="checkbox" checked={named.has(line.box)} onChange={() => onName(toggled(named, line.box))} />
          <span className="grow">
            <BoxName box={line} />
          </span>
          {named.has(line.box) && <span className="small">{t('depart.stays')}</span>}
        </label>
      ))}
    </fieldset>
  );
}
