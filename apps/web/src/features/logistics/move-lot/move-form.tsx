import { useWords } from '../../../shared/language/language.ts';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface MoveProps extends LotFormProps {
  readonly zones: Warehouse['zones'];
  /** Where it lies now. */
  readonly from: string | null;
}

/** Where the lot is carried to: one tap on the zone. */
export function MoveForm({ of, zones, from, onDone }: MoveProps) {
  const { t } = useWords();
  const { tell, problem } = useRecording();
  const move = async (zone: string, code: string): Promise<void> => {
    const { kind } = await tell('logistics.move-lot', { ...of, zone }, t('lot.moved', { item: itemName(of.item, t), zone: code }));
    if (kind !== 'refused') onDone();
  };
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <Chips
        label={t('lot.to-zone')}
        choices={zones.filter(({ zone }) => zone !== from).map(({ zone, code, name }) => ({ value: zone, label: `${code} · ${name}` }))}
        value={undefined}
        onChoose={(zone) => void move(zone, zones.find((each) => each.zone === zone)?.code ?? '')}
      />
    </>
  );
}
