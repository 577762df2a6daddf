import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { LotFormProps } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { SelectField } from '../../../shared/ui/field.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** What goes onto a truck beside the boxes, such as booths. What goes into a box is drawn where the box is packed. */
export function DrawForm({ of, area, onDone }: LotFormProps & { readonly area: string }) {
  const { t, language } = useWords();
  const { nameOf } = useAreas();
  const board = useAnswer('logistics.dispatch-board', { area, limit: 500 });
  const [run, setRun] = useState<string>();
  const [typed, setTyped] = useState('');
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const send =
    run === undefined || quantity === undefined
      ? undefined
      : async (): Promise<void> => {
          const said = t('lot.drawn', { item: itemName(of.item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.draw-from-lot', { ...of, draw: uuidv7(), quantity, purpose: 'dispatch', boundFor: run }, said);
          if (kind !== 'refused') onDone();
        };
  return (
    <Shown of={board}>
      {({ items }) => {
        const waiting = items.filter(({ status }) => status === 'planned');
        if (waiting.length === 0) return <Empty>{t('lot.no-run')}</Empty>;
        return (
          <CommandForm act={t('lot.draw')} recording={recording} send={send}>
            <SelectField
              label={t('lot.for-run')}
              choices={waiting.map(({ dispatch, vehicle, destination }) => ({
                value: dispatch,
                label: `${vehicle ?? t('run.no-plate')} → ${nameOf(destination)}`,
              }))}
              value={run}
              onChoose={setRun}
            />
            <QuantityField label={t('lot.how-many')} value={typed} onChange={setTyped} />
          </CommandForm>
        );
      }}
    </Shown>
  );
}
