import { useId } from 'react';
import { useWords, type Say } from '../language/language.ts';
import { TextField } from '../ui/field.tsx';
import { itemName, itemsKnown } from './names.ts';

interface ItemProps {
  readonly label: string;
  /** As it was typed: see itemIn. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An item by its name, or by its code. */
export function ItemField({ label, value, onChange }: ItemProps) {
  const { t } = useWords();
  const known = useId();
  return (
    <>
      <TextField label={label} hint={t('delivery.item.hint')} list={known} value={value} maxLength={60} onChange={({ target }) => onChange(target.value)} />
      <datalist id={known}>
        {itemsKnown.map((each) => (
          <option key={each} value={itemName(each, t)} />
        ))}
      </datalist>
    </>
  );
}

/** The code of what was typed. */
export const itemIn = (typed: string, t: Say): string => itemsKnown.find((each) => itemName(each, t) === typed.trim()) ?? typed.trim().toLowerCase();
