import { useState } from 'react';
import { useWords } from '../language/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField, Ticks } from '../ui/field.tsx';
import { sealIn } from './seals.ts';

interface SealsProps {
  /** Those that were put on, as far as this phone knows. */
  readonly sealed: readonly string[];
  readonly found: ReadonlySet<string>;
  readonly onFound: (found: ReadonlySet<string>) => void;
}

/** The seals as they are found: none is taken as found before somebody has looked at it. */
export function SealsFound({ sealed, found, onFound }: SealsProps) {
  const { t } = useWords();
  const [other, setOther] = useState('');
  const seal = sealIn(other);
  const add = (): void => {
    if (seal === undefined) return;
    onFound(new Set([...found, seal]));
    setOther('');
  };
  const choices = [...new Set([...sealed, ...found])].sort();
  return (
    <div className="stack tight">
      {choices.length > 0 && <Ticks label={t('receive.seals')} choices={choices.map((value) => ({ value, label: value }))} values={found} onChoose={onFound} />}
      <div className="row seal-field">
        <TextField
          label={t('receive.other-seal')}
          value={other}
          maxLength={24}
          autoCapitalize="characters"
          onChange={({ target }) => setOther(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button low disabled={seal === undefined} onClick={add}>
          {t('receive.add-seal')}
        </Button>
      </div>
    </div>
  );
}
