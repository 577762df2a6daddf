import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { CommandForm } from '../../../shared/logistics/command-form.tsx';
import type { OfLot } from '../../../shared/logistics/lot.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import { QuantityField, quantityIn } from '../../../shared/logistics/quantity-field.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['ReturnDraw']['reason'];
const reasons = ['not-needed', 'wrong-item', 'box-not-packed', 'run-cancelled', 'other'] as const satisfies readonly Reason[];

/** What was drawn and is not used comes back to its lot, all of it or some. */
export function ReturnDraw({ of, draw, drawn }: { readonly of: OfLot; readonly draw: string; readonly drawn: number }) {
  const { t, language } = useWords();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState(String(drawn));
  const [reason, setReason] = useState<Reason>();
  const recording = useRecording();
  const quantity = quantityIn(typed);
  const close = (): void => {
    setAsking(false);
    recording.forget();
  };
  const send =
    reason === undefined || quantity === undefined
      ? undefined
      : async (): Promise<void> => {
          const said = t('draw.returned', { item: itemName(of.item, t), quantity: figure(quantity, language) });
          const { kind } = await recording.tell('logistics.return-draw', { ...of, draw, quantity, reason }, said);
          if (kind !== 'refused') close();
        };
  return (
    <>
      <Button low onClick={() => setAsking(true)}>
        {t('draw.return')}
      </Button>
      {asking && (
        <Sheet title={t('draw.return-what', { item: itemName(of.item, t) })} onClose={close}>
          <CommandForm act={t('draw.return')} recording={recording} send={send}>
            <QuantityField label={t('lot.how-many')} value={typed} onChange={setTyped} />
            <Chips label={t('draw.why')} choices={reasons.map((value) => ({ value, label: t(`return.${value}`) }))} value={reason} onChoose={setReason} />
          </CommandForm>
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
