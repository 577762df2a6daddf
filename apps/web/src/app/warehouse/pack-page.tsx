import { useLocation } from 'wouter';
import { PackForm } from '../../features/logistics/pack-box/pack-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

/** A box is packed; the next thing is to seal it. */
export function PackPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const [, goTo] = useLocation();
  const stock = useAnswer('logistics.stock', { warehouse: warehouse.warehouse, limit: 500 });
  return (
    <>
      <PageHead title={t('pack.title')} back="/boxes" />
      <div className="narrow-form">
        <Shown of={stock}>{({ items }) => <PackForm warehouse={warehouse} lots={items} onDone={({ box, station }) => goTo(`/box/${station}/${box}`)} />}</Shown>
      </div>
    </>
  );
}
