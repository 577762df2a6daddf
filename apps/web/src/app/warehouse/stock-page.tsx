import { useState } from 'react';
import { Link } from 'wouter';
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
  const [receiving, setReceiving] = useState(false);
  return (
    <>
      <div className="row apart">
        <h2>{t('stock.title')}</h2>
        {works && (
          <div className="row">
            <Link href="/destroy" className="button">
              {t('destroy.title')}
            </Link>
            <Button does="acts" onClick={() => setReceiving(true)}>
              {t('delivery.act')}
            </Button>
          </div>
        )}
      </div>
      <EquationList warehouse={warehouse.warehouse} />
      <h2>{t('stock.lots')}</h2>
      <LotList warehouse={warehouse} {...(works && { actions: (lot) => <LotActions warehouse={warehouse} lot={lot} /> })} />
      {works && (
        <Link className="button" to="/imports">
          {t('stock.import')}
        </Link>
      )}
      {receiving && (
        <Sheet title={t('delivery.act')} onClose={() => setReceiving(false)}>
          <ReceiveForm warehouse={warehouse.warehouse} zones={warehouse.zones} onDone={() => setReceiving(false)} />
          <Button wide onClick={() => setReceiving(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
