import { useWords } from '../../../shared/language/language.ts';
import { figure } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import type { Lot } from './lot-list.tsx';

/** What a lot is: how much of it is there, and where. */
export function LotFacts({ warehouse: { name, zones }, lot }: { readonly warehouse: Warehouse; readonly lot: Lot }) {
  const { t, language } = useWords();
  const zone = zones.find((each) => each.zone === lot.zone);
  const facts = [
    [t('warehouse.title'), name],
    [t('lot.zone'), zone === undefined ? t('zone.unknown') : `${zone.code} · ${zone.name}`],
    [t('delivery.waybill'), lot.waybill ?? t('lot.no-waybill')],
    [t('lot.good'), figure(lot.quantity, language)],
    [t('lot.spoilt'), figure(lot.damaged, language)],
  ] as const;
  return (
    <>
      {lot.short && (
        <p className="note alarm" role="alert">
          {t('lot.short')}
        </p>
      )}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
