import { useLocation } from 'wouter';
import { DestroyForm } from '../../features/logistics/destroy-surplus/destroy-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

/** Surplus is destroyed lawfully. */
export function DestroyPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const [, goTo] = useLocation();
  const stock = useAnswer('logistics.stock', { warehouse: warehouse.warehouse, limit: 500 });
  return (
    <>
      <PageHead title={t('destroy.title')} back="/stock" />
      <div className="narrow-form">
        <Shown of={stock}>
          {({ items }) => (
            <DestroyForm
              warehouse={warehouse}
              lots={items}
              onDone={(destruction) => goTo(destruction === undefined ? '/stock' : `/destruction/${warehouse.village}/${destruction}`)}
            />
          )}
        </Shown>
      </div>
    </>
  );
}
