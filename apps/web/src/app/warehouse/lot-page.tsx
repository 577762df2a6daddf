import { fileOf, goodsReceiptPage } from '../../features/logistics/papers/addresses.ts';
import { PaperLinks } from '../../features/logistics/papers/paper-links.tsx';
import { MovementList } from '../../features/logistics/stock-movements/movement-list.tsx';
import { LotFacts } from '../../features/logistics/stock/lot-facts.tsx';
import { useWords } from '../../shared/language/language.ts';
import { itemName } from '../../shared/logistics/names.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Empty, PageHead } from '../../shared/ui/pages.tsx';
import { LotActions } from './lot-actions.tsx';

/** One lot: what it is, how much of it is where, and the facts that say so. The code on its receipt leads here. */
export function LotPage({ warehouse, lot: named }: { readonly warehouse: Warehouse; readonly lot: string }) {
  const { t, language } = useWords();
  const works = holds(useMe(), 'dispatcher');
  const stock = useAnswer('logistics.stock', { warehouse: warehouse.warehouse, limit: 500 });
  const lot = stock.answer?.value.items.find((each) => each.lot === named);
  const receipt = { warehouse: warehouse.warehouse, lot: named };
  return (
    <>
      <PageHead title={lot === undefined ? t('lot.title') : itemName(lot.item, t)} back="/stock" />
      <Shown of={stock}>
        {() => {
          if (lot === undefined) return <Empty>{t('lot.not-found')}</Empty>;
          return (
            <>
              <LotFacts warehouse={warehouse} lot={lot} />
              {lot.waybill !== null && (
                <PaperLinks name={t('paper.goods-receipt')} page={goodsReceiptPage(receipt)} pdf={fileOf('goods-receipt-pdf', { ...receipt, language })} />
              )}
              {works && (
                <div className="row">
                  <LotActions warehouse={warehouse} lot={lot} />
                </div>
              )}
              <h3>{t('lot.facts-good')}</h3>
              <MovementList warehouse={warehouse.warehouse} item={lot.item} term="stock" lot={lot.lot} />
              <h3>{t('lot.facts-damaged')}</h3>
              <MovementList warehouse={warehouse.warehouse} item={lot.item} term="damaged" lot={lot.lot} />
            </>
          );
        }}
      </Shown>
    </>
  );
}
