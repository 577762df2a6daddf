import { ReturnDraw } from '../../features/logistics/return-draw/return-button.tsx';
import { MovementList, type Term } from '../../features/logistics/stock-movements/movement-list.tsx';
import { useWords } from '../../shared/language/language.ts';
import { itemName } from '../../shared/logistics/names.ts';
import { zoneCode, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Empty, PageHead } from '../../shared/ui/pages.tsx';

const terms = [
  'received',
  'corrected',
  'stock',
  'drawn',
  'packed',
  'in-transit',
  'handed-over',
  'damaged',
  'destroyed',
  'lost',
] as const satisfies readonly Term[];

/** One term of the equation: the facts that make it up. */
export function TermPage({ warehouse, item, term: named }: { readonly warehouse: Warehouse; readonly item: string; readonly term: string }) {
  const { t } = useWords();
  const works = holds(useMe(), 'dispatcher');
  const term = terms.find((each) => each === named);
  const lots = useAnswer('logistics.stock', { warehouse: warehouse.warehouse, item, limit: 500 }).answer?.value.items ?? [];
  const lotNamed = (lot: string): string | undefined => {
    const found = lots.find((each) => each.lot === lot);
    return found && [found.waybill, zoneCode(warehouse, found.zone)].filter(Boolean).join(' · ');
  };
  if (term === undefined) return <Empty>{t('stock.no-movement')}</Empty>;
  return (
    <>
      <PageHead title={`${itemName(item, t)}: ${t(`term.${term}`)}`} back="/stock" />
      <MovementList
        warehouse={warehouse.warehouse}
        item={item}
        term={term}
        lotNamed={lotNamed}
        {...(works &&
          term === 'drawn' && {
            actions: ({ lot, draw, quantity }) =>
              draw !== null && quantity > 0 && <ReturnDraw of={{ warehouse: warehouse.warehouse, lot, item }} draw={draw} drawn={quantity} />,
          })}
      />
    </>
  );
}
