import { useState } from 'react';
import { Link } from 'wouter';
import { BoxLines } from '../../features/logistics/box-whereabouts/box-lines.tsx';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';

/** Every box by the station it is for. */
export function BoxesPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const me = useMe();
  const counts = useAnswer('logistics.box-counts', { area: areaOf(me, warehouse) });
  const [chosen, setChosen] = useState<string>();
  const [searched, setSearched] = useState('');
  return (
    <>
      <div className="row apart">
        <h2>{t('boxes.title')}</h2>
        <Link href="/contents" className="button">
          {t('contents.title')}
        </Link>
        {holds(me, 'dispatcher') && (
          <Link href="/pack" className="button acts">
            {t('pack.title')}
          </Link>
        )}
      </div>
      <Shown of={counts}>
        {({ items }) => {
          const areas = [...new Set(items.map(({ area }) => area))];
          const area = chosen ?? areas[0];
          if (area === undefined) return <Empty>{t('boxes.none')}</Empty>;
          return (
            <>
              <div className="row choices">
                <SelectField label={t('boxes.area')} choices={areas.map((value) => ({ value, label: placeOf(value) }))} value={area} onChoose={setChosen} />
                <TextField
                  label={t('boxes.station')}
                  inputMode="numeric"
                  value={searched}
                  maxLength={14}
                  onChange={({ target }) => setSearched(target.value.trim())}
                />
              </div>
              <BoxLines area={area} searched={searched} />
            </>
          );
        }}
      </Shown>
    </>
  );
}
