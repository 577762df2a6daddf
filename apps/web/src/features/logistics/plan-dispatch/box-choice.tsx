import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { Ticks } from '../../../shared/ui/field.tsx';
import { byVillage, type BoxAtHand } from './boxes-at-hand.ts';

interface ChoiceProps {
  readonly boxes: readonly BoxAtHand[];
  readonly villages: ReadonlySet<string>;
  readonly onChoose: (villages: ReadonlySet<string>) => void;
}

/** Which boxes of a district: all, less those for villages that another truck serves. */
export function BoxChoice({ boxes, villages, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  return (
    <Ticks
      label={t('plan.villages')}
      choices={byVillage(boxes).map(({ area, boxes: ofIt }) => ({ value: area, label: t('plan.heap', { area: placeOf(area), boxes: ofIt.length }) }))}
      values={villages}
      onChoose={onChoose}
    />
  );
}
