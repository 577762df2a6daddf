import { useDeferredValue, useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { labelIn } from '../../../shared/scanning/label.ts';
import { TextField } from '../../../shared/ui/field.tsx';

interface FindProps {
  readonly lines: readonly Schemas['ManifestLine'][];
  readonly onCode: (code: string) => void;
}

const most = 12;

/** For a label that nothing can read: by station, or by the code that is printed beside it. A scanner may type here, too. */
export function FindBox({ lines, onCode }: FindProps) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const found = useFound(lines, useDeferredValue(sought));
  const take = (code: string): void => {
    setSought('');
    onCode(code);
  };
  return (
    <div className="stack tight">
      <TextField
        label={t('load.find')}
        hint={t('load.find.hint')}
        value={sought}
        inputMode="search"
        enterKeyHint="done"
        maxLength={400}
        onChange={({ target }) => setSought(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const [only, another] = found;
          const label = labelIn(sought);
          if (only && !another) take(only.box);
          else if (label && (label.kind !== 'ending' || !only)) take(sought);
        }}
      />
      {found.map((line) => (
        <button key={line.box} type="button" className="button low" onClick={() => take(line.box)}>
          <BoxName box={line} />
        </button>
      ))}
    </div>
  );
}

/** Of the boxes that are not on the truck, those whose station or code holds what was typed. */
function useFound(lines: FindProps['lines'], sought: string): FindProps['lines'] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.join('').length < 2) return [];
  const matches = ({ box, station, contest }: FindProps['lines'][number]): boolean =>
    words.every((word) => `${station ?? ''} ${contest ?? ''} ${box}`.includes(word));
  return lines.filter((line) => line.state === 'not-loaded' && matches(line)).slice(0, most);
}
