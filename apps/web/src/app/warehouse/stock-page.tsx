import { useState } from 'react';
import { Link } from 'wouter';
import { RequirementForm } from '../../features/logistics/plan-requirement/requirement-form.tsx';
import { EquationList } from '../../features/logistics/stock-equation/equation-list.tsx';
import { LotList } from '../../features/logistics/stock/lot-list.tsx';
import { ReceiveForm } from '../../features/logistics/receive-delivery/receive-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { LotActions } from './lot-actions.tsx';

/** What the warehouse received and where it is, and what lies in which zone. */
export function StockPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const works = holds(useMe(), 'dispatcher');
  const [open, setOpen] = useState<'delivery' | 'requirement'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <div className="row apart">
        <h2>{t('stock.title')}</h2>
        {works && (
          <div className="row">
            <Link href="/destroy" className="button">
              {t('destroy.title')}
            </Link>
            <Button does="acts" onClick={() => setOpen('delivery')}>
              {t('delivery.act')}
            </Button>
          </div>
        )}
      </div>
      <EquationList warehouse={warehouse} />
      <h2>{t('stock.lots')}</h2>
      <LotList warehouse={warehouse} {...(works && { actions: (lot) => <LotActions warehouse={warehouse} lot={lot} /> })} />
      {works && (
        <div className="row">
          <Button onClick={() => setOpen('requirement')}>{t('requirement.act')}</Button>
          <Link className="button" to="/imports">
            {t('stock.import')}
          </Link>
        </div>
      )}
      {open && (
        <Sheet title={t(`${open}.act`)} onClose={close}>
          {open === 'delivery' ? (
            <ReceiveForm warehouse={warehouse.warehouse} zones={warehouse.zones} onDone={close} />
          ) : (
            <RequirementForm warehouse={warehouse.warehouse} onDone={close} />
          )}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
