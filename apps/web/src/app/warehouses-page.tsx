import { useState } from 'react';
import { ZoneForm } from '../features/logistics/add-zone/zone-form.tsx';
import { RegisterWarehouse } from '../features/logistics/register-warehouse/register-form.tsx';
import { useAreas } from '../shared/areas/area-names.tsx';
import { useWords } from '../shared/language/language.ts';
import { useAnswer } from '../shared/offline/index.ts';
import { Shown } from '../shared/ui/answered.tsx';
import { Button } from '../shared/ui/button.tsx';
import { Empty, PageHead } from '../shared/ui/pages.tsx';
import { Sheet } from '../shared/ui/sheet.tsx';
import { Moment } from '../shared/ui/times.tsx';

/** Where boxes are packed and kept: warehouses, and the zones that are set up in them. */
export function WarehousesPage() {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const warehouses = useAnswer('logistics.warehouses', { limit: 500 });
  const [adding, setAdding] = useState<'warehouse' | { readonly zoneOf: string }>();
  const close = (): void => setAdding(undefined);
  return (
    <>
      <PageHead title={t('admin.warehouses')} back="~/admin/posts" />
      <Button does="acts" onClick={() => setAdding('warehouse')}>
        {t('warehouse.register')}
      </Button>
      <Shown of={warehouses}>
        {({ items }) => (
          <ul className="stack tight">
            {items.length === 0 && <Empty>{t('warehouse.none-yet')}</Empty>}
            {items.map(({ warehouse, name, village, registered, zones }) => (
              <li key={warehouse} className="card plain stack tight">
                <span className="row apart">
                  <span className="grow">
                    <strong>{name}</strong>
                    <span className="small quiet block">
                      {placeOf(village)} · <Moment when={registered} />
                    </span>
                  </span>
                  <Button low onClick={() => setAdding({ zoneOf: warehouse })} aria-label={t('zones.add-in', { name })}>
                    {t('zones.add')}
                  </Button>
                </span>
                {zones.length > 0 && <span className="small">{zones.map((zone) => `${zone.code} ${zone.name}`).join(' · ')}</span>}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {adding !== undefined && (
        <Sheet title={t(adding === 'warehouse' ? 'warehouse.register' : 'zones.add')} onClose={close}>
          {adding === 'warehouse' ? <RegisterWarehouse onDone={close} /> : <ZoneForm warehouse={adding.zoneOf} onDone={close} />}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
