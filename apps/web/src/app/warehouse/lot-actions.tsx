import { useState, type ReactNode } from 'react';
import { CorrectForm } from '../../features/logistics/correct-quantity/correct-form.tsx';
import { DrawForm } from '../../features/logistics/draw-from-lot/draw-form.tsx';
import { InspectForm } from '../../features/logistics/inspect-lot/inspect-form.tsx';
import { MoveForm } from '../../features/logistics/move-lot/move-form.tsx';
import { DamageForm } from '../../features/logistics/report-damage/damage-form.tsx';
import { LossForm } from '../../features/logistics/report-loss/loss-form.tsx';
import { SplitForm } from '../../features/logistics/split-lot/split-form.tsx';
import type { Lot } from '../../features/logistics/stock/lot-list.tsx';
import { useWords } from '../../shared/language/language.ts';
import { figure, itemName } from '../../shared/logistics/names.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

const acts = ['inspect', 'move', 'split', 'draw', 'damage', 'loss', 'correct'] as const;
type Act = (typeof acts)[number];

/** What can be done with a lot. */
export function LotActions({ warehouse, lot }: { readonly warehouse: Warehouse; readonly lot: Lot }) {
  const { t, language } = useWords();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [act, setAct] = useState<Act>();
  const close = (): void => {
    setOpen(false);
    setAct(undefined);
  };
  const name = `${itemName(lot.item, t)} · ${lot.waybill ?? t('lot.no-waybill')}`;
  const props = { of: { warehouse: warehouse.warehouse, lot: lot.lot, item: lot.item }, onDone: close };
  const forms: Readonly<Record<Act, () => ReactNode>> = {
    inspect: () => <InspectForm {...props} />,
    move: () => <MoveForm {...props} zones={warehouse.zones} from={lot.zone} />,
    split: () => <SplitForm {...props} zones={warehouse.zones} />,
    draw: () => <DrawForm {...props} area={areaOf(me, warehouse)} />,
    damage: () => <DamageForm {...props} />,
    loss: () => <LossForm {...props} />,
    correct: () => <CorrectForm {...props} />,
  };
  return (
    <>
      <Button low aria-label={t('lot.actions-of', { name })} onClick={() => setOpen(true)}>
        {t('lot.actions')}
      </Button>
      {open && (
        <Sheet title={act === undefined ? name : `${t(`lot.${act}`)}: ${itemName(lot.item, t)}`} onClose={close}>
          <p className="quiet figures">{t('lot.there', { quantity: figure(lot.quantity, language) })}</p>
          {act === undefined ? (
            <div className="sheet-actions">
              {acts.map((each) => (
                <Button key={each} wide onClick={() => setAct(each)}>
                  {t(`lot.${each}`)}
                </Button>
              ))}
            </div>
          ) : (
            forms[act]()
          )}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
