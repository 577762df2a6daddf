import { useWords } from '../language/language.ts';
import { Chips } from '../ui/field.tsx';
import { SealsFound } from './seals-found.tsx';
import { SealsUnlike } from './seals-unlike.tsx';

interface SealsProps {
  /** With which the truck left; null: nobody said. */
  readonly left: readonly string[] | null;
  /** Those that are found; undefined: nobody has looked. */
  readonly found: readonly string[] | undefined;
  readonly onFound: (found: readonly string[] | undefined) => void;
}

/** Whoever looks at the seals of a truck says which there are: one tap when they are those that it left with. */
export function TruckSeals({ left, found, onFound }: SealsProps) {
  const { t } = useWords();
  const looked = found === undefined ? 'not' : found === left ? 'same' : 'others';
  const choices = [
    ...(left === null
      ? []
      : [{ value: 'same' as const, label: t('truck.seals.same', { seals: left.length === 0 ? t('truck.seals.none') : left.join(', ') }) }]),
    { value: 'others' as const, label: t('truck.seals.others') },
    { value: 'not' as const, label: t('truck.seals.not') },
  ];
  return (
    <div className="stack tight">
      <Chips
        label={t('truck.seals')}
        choices={choices}
        value={looked}
        onChoose={(value) => onFound(value === 'not' ? undefined : value === 'same' && left !== null ? left : [])}
      />
      {looked === 'others' && found && (
        <>
          <SealsFound sealed={left ?? []} found={new Set(found)} onFound={(seals) => onFound([...seals])} />
          {left !== null && <SealsUnlike sealed={left} found={found} />}
        </>
      )}
    </div>
  );
}
