import { useLocation } from 'wouter';
import { PackForm } from '../../features/logistics/pack-box/pack-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

interface PageProps {
  readonly warehouse: Warehouse;
  /** For whom, where that is known. */
  readonly of?: { readonly station: string; readonly contest: string };
}

/** A box is packed; the next thing is to seal it. */
export function PackPage({ warehouse, of }: PageProps) {
  const { t } = useWords();
  const [, goTo] = useLocation();
  const stock = useAnswer('logistics.stock', { warehouse: warehouse.warehouse, limit: 500 });
  return (
    <>
      <PageHead title={t('pack.title')} back="/boxes" />
      <div className="narrow-form">
        <Shown of={stock}>
          {({ items }) => <PackForm warehouse={warehouse} lots={items} of={of} onDone={({ box, station }) => goTo(`/box/${station}/${box}`)} />}
        </Shown>
      </div>
    </>
  );
}
