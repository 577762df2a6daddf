import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { figure, itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import './lots.css';

export type Lot = Schemas['LotFound'];

interface ListProps {
  readonly warehouse: Warehouse;
  readonly actions?: (lot: Lot) => ReactNode;
}

/** What lies in which zone; what nobody said the zone of stands last. */
export function LotList({ warehouse: { warehouse, zones }, actions }: ListProps) {
  const { t } = useWords();
  const stock = useAnswer('logistics.stock', { warehouse, limit: 500 });
  const places = [...zones.map(({ zone, code, name }) => ({ zone, title: `${code} · ${name}` })), { zone: null, title: t('zone.unknown') }];
  return (
    <Shown of={stock}>
      {({ items }) => (
        <>
          {items.length === 0 && <Empty>{t('stock.empty')}</Empty>}
          {places.map(({ zone, title }) => (
            <Zone key={zone ?? ''} warehouse={warehouse} title={title} lots={items.filter((lot) => lot.zone === zone)} actions={actions} />
          ))}
        </>
      )}
    </Shown>
  );
}

interface ZoneProps {
  readonly warehouse: string;
  readonly title: string;
  readonly lots: readonly Lot[];
  readonly actions: ListProps['actions'];
}

function Zone({ warehouse, title, lots, actions }: ZoneProps) {
  const { t, language } = useWords();
  if (lots.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <ul className="lots">
        {lots.map((lot) => (
          <li key={lot.lot} className={`card ${lot.short ? 'alarm' : 'plain'}`}>
            <Link href={`~/gudang/lot/${warehouse}/${lot.lot}`} className="lot row apart">
              <strong>{itemName(lot.item, t)}</strong>
              <strong className="figures">{figure(lot.quantity, language)}</strong>
            </Link>
            <span className="row apart">
              <span className="small quiet grow">
                {[lot.waybill ?? t('lot.no-waybill'), lot.damaged > 0 ? t('lot.damaged', { damaged: figure(lot.damaged, language) }) : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {actions?.(lot)}
            </span>
            {lot.short && <span className="badge alarm">{t('lot.short')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
