import { useWords } from '../../../shared/language/language.ts';
import { SelectField, Ticks } from '../../../shared/ui/field.tsx';
import { byDistrict, byVillage, type BoxAtHand } from './boxes-at-hand.ts';

interface ChoiceProps {
  readonly boxes: readonly BoxAtHand[];
  readonly district: string | undefined;
  readonly villages: ReadonlySet<string>;
  readonly onChoose: (district: string, villages: ReadonlySet<string>) => void;
}

/** Which boxes: those of a district, less the villages that another truck serves. */
export function BoxChoice({ boxes, district, villages, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const ofDistrict = (code: string): readonly BoxAtHand[] => boxes.filter(({ station }) => station.startsWith(code));
  return (
    <>
      <SelectField
        label={t('plan.district')}
        choices={byDistrict(boxes).map(({ area, boxes: ofIt }) => ({ value: area, label: t('plan.heap', { area, boxes: ofIt.length }) }))}
        value={district}
        onChoose={(code) => onChoose(code, new Set(byVillage(ofDistrict(code)).map(({ area }) => area)))}
      />
      {district !== undefined && (
        <Ticks
          label={t('plan.villages')}
          choices={byVillage(ofDistrict(district)).map(({ area, boxes: ofIt }) => ({ value: area, label: t('plan.heap', { area, boxes: ofIt.length }) }))}
          values={villages}
          onChoose={(chosen) => onChoose(district, chosen)}
        />
      )}
    </>
  );
}
