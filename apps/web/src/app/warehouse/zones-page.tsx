import { useState } from 'react';
import { ZoneForm } from '../../features/logistics/add-zone/zone-form.tsx';
import { ZoneList } from '../../features/logistics/condition-log/zone-list.tsx';
import { CheckForm } from '../../features/logistics/record-condition-check/check-form.tsx';
import { LookAtZone } from '../../features/logistics/zone-photo/look-at-zone.tsx';
import { useWords } from '../../shared/language/language.ts';
import type { Warehouse } from '../../shared/logistics/warehouses.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

/** In what condition each zone was found. */
export function ZonesPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const works = holds(useMe(), 'dispatcher');
  const [looking, setLooking] = useState<Warehouse['zones'][number]>();
  const [shown, setShown] = useState<{ readonly code: string; readonly photo: string }>();
  const [adding, setAdding] = useState(false);
  const close = (): void => setLooking(undefined);
  return (
    <>
      <div className="row apart">
        <h2>{t('zones.title')}</h2>
        {works && <Button onClick={() => setAdding(true)}>{t('zones.add')}</Button>}
      </div>
      <ZoneList
        warehouse={warehouse}
        onPhoto={({ code }, photo) => setShown({ code, photo })}
        {...(works && {
          actions: (zone) => (
            <Button low aria-label={t('zones.check-which', { code: zone.code })} onClick={() => setLooking(zone)}>
              {t('zones.check')}
            </Button>
          ),
        })}
      />
      {shown && (
        <Sheet title={t('zones.photo-of', shown)} onClose={() => setShown(undefined)}>
          <LookAtZone warehouse={warehouse.warehouse} photo={shown.photo} title={t('zones.photo-of', shown)} />
          <Button wide onClick={() => setShown(undefined)}>
            {t('nav.close')}
          </Button>
        </Sheet>
      )}
      {adding && (
        <Sheet title={t('zones.add')} onClose={() => setAdding(false)}>
          <ZoneForm warehouse={warehouse.warehouse} onDone={() => setAdding(false)} />
          <Button wide onClick={() => setAdding(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
      {looking && (
        <Sheet title={t('zones.check-which', { code: looking.code })} onClose={close}>
          <CheckForm warehouse={warehouse.warehouse} zone={looking.zone} code={looking.code} onDone={close} />
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
