import { useState } from 'react';
import { ContentsList } from '../../features/logistics/planned-contents/contents-list.tsx';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Chips, SelectField } from '../../shared/ui/field.tsx';
import { Empty, PageHead } from '../../shared/ui/pages.tsx';

const most = 500;
const shown = ['differing', 'all'] as const;

/** What the boxes of an area are to hold, and hold: what differs first. */
export function ContentsPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const whole = areaOf(useMe(), warehouse);
  const [area, setArea] = useState(whole);
  const [which, setWhich] = useState<(typeof shown)[number]>('differing');
  const counts = useAnswer('logistics.box-counts', { area: whole });
  const districts = [...new Set(counts.answer?.value.items.map((each) => each.area))].filter((each) => each !== whole);
  const contents = useAnswer('logistics.planned-contents', { area, limit: most, ...(which === 'differing' && { differing: true }) });
  return (
    <>
      <PageHead title={t('contents.title')} back="/boxes" />
      <div className="row choices">
        <SelectField
          label={t('boxes.area')}
          choices={[
            { value: whole, label: t('contents.whole-area', { area: placeOf(whole) }) },
            ...districts.map((value) => ({ value, label: placeOf(value) })),
          ]}
          value={area}
          onChoose={setArea}
        />
        <Chips label={t('contents.which')} choices={shown.map((value) => ({ value, label: t(`contents.${value}`) }))} value={which} onChoose={setWhich} />
      </div>
      <Shown of={contents}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <Empty>{t(which === 'all' ? 'contents.none-planned' : 'contents.none-differs')}</Empty>}
            <ContentsList items={items} />
            {next !== undefined && <p className="quiet small">{t('contents.more', { most })}</p>}
          </>
        )}
      </Shown>
    </>
  );
}
