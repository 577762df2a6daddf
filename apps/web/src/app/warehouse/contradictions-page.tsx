import { useState } from 'react';
import { ExplainForm } from '../../features/logistics/explain-contradiction/explain-form.tsx';
import { ContradictionCard } from '../../features/logistics/standing-contradictions/contradiction-card.tsx';
import { useWords } from '../../shared/language/language.ts';
import { explainedBy, type Explained } from '../../shared/logistics/contradictions.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Chips } from '../../shared/ui/field.tsx';
import { Empty, PageHead } from '../../shared/ui/pages.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

const filters = ['all', 'unexplained', 'explained'] as const;
type Filter = (typeof filters)[number];

/** What does not fit in the area, explained or not, with the way to explain it for whoever answers for it. */
export function ContradictionsPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const me = useMe();
  const area = areaOf(me, warehouse);
  const [filter, setFilter] = useState<Filter>('all');
  const [explaining, setExplaining] = useState<Omit<Explained, 'explanation'>>();
  const found = useAnswer('logistics.standing-contradictions', { area, limit: 100 });
  const runs = useAnswer('logistics.dispatch-board', { area, limit: 500 }).answer?.value.items ?? [];
  const byId = new Map(runs.map((run) => [run.dispatch, run]));
  const close = (): void => setExplaining(undefined);
  return (
    <>
      <PageHead title={t('doubt.page')} />
      <Shown of={found}>
        {({ items }) => {
          const [explained, unexplained] = [
            items.filter(({ explanations }) => explanations.length > 0),
            items.filter((each) => each.explanations.length === 0),
          ];
          const shown = { all: items, explained, unexplained };
          return (
            <>
              <Chips
                label={t('doubt.filter')}
                choices={filters.map((value) => ({ value, label: [t(`doubt.filter.${value}`), shown[value].length].join(' ') }))}
                value={filter}
                onChoose={setFilter}
              />
              {shown[filter].length === 0 && <Empty>{t('doubt.none')}</Empty>}
              <ul className="stack tight">
                {shown[filter].map((each) => {
                  const named = explainedBy(each);
                  const may = named && holds(me, 'dispatcher', 'commander', 'investigator');
                  return (
                    <ContradictionCard
                      key={`${each.what} ${each.about.join(' ')}`}
                      of={each}
                      runs={byId}
                      act={
                        may && (
                          <Button low onClick={() => setExplaining(named)}>
                            {t('doubt.explain')}
                          </Button>
                        )
                      }
                    />
                  );
                })}
              </ul>
            </>
          );
        }}
      </Shown>
      {explaining && (
        <Sheet title={t('doubt.explain')} onClose={close}>
          <ExplainForm of={explaining} onDone={close} />
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
