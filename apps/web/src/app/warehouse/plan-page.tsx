import { useState } from 'react';
import { useLocation } from 'wouter';
import { onNoRun } from '../../features/logistics/plan-dispatch/boxes-at-hand.ts';
import { PlanForm } from '../../features/logistics/plan-dispatch/plan-form.tsx';
import { useAreas } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { EscortField } from '../../shared/people/escort-field.tsx';
import { useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty, PageHead } from '../../shared/ui/pages.tsx';

/** A run is planned from what stands in the warehouse. */
export function PlanPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const counts = useAnswer('logistics.box-counts', { area: areaOf(useMe(), warehouse) });
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <PageHead title={t('plan.title')} />
      <Shown of={counts}>
        {({ items }) => {
          const waiting = items.filter(({ place }) => place === 'in-warehouse');
          if (waiting.length === 0) return <Empty>{t('plan.no-box')}</Empty>;
          return (
            <div className="stack narrow-form">
              <SelectField
                label={t('plan.district')}
                choices={waiting.map(({ area, boxes }) => ({ value: area, label: t('plan.heap', { area: placeOf(area), boxes }) }))}
                value={chosen}
                onChoose={setChosen}
              />
              {chosen !== undefined && <PlanOf key={chosen} warehouse={warehouse} area={chosen} />}
            </div>
          );
        }}
      </Shown>
    </>
  );
}

function PlanOf({ warehouse, area }: { readonly warehouse: Warehouse; readonly area: string }) {
  const { t } = useWords();
  const [, goTo] = useLocation();
  const [escort, setEscort] = useState<ReadonlySet<string>>(new Set());
  const boxes = useAnswer('logistics.box-whereabouts', { area, limit: 5_000 });
  const planned = useAnswer('logistics.planned-boxes', { area });
  const taken = planned.answer?.value.items;
  return (
    <Shown of={boxes}>
      {({ items }) => {
        const atHand = items.filter((each) => each.place === 'in-warehouse' && each.warehouse === warehouse.warehouse);
        if (atHand.length === 0) return <Empty>{t('plan.no-box')}</Empty>;
        if (taken === undefined) return <Shown of={planned}>{() => null}</Shown>;
        const free = onNoRun(atHand, taken);
        if (free.length === 0) return <Empty>{t('plan.all-planned', { boxes: atHand.length })}</Empty>;
        return (
          <PlanForm
            warehouse={warehouse.warehouse}
            boxes={free}
            escort={escort}
            onDone={({ destination, dispatch }) => goTo(`/run/${destination}/${dispatch}`)}
          >
            <EscortField chosen={escort} onChoose={setEscort} />
          </PlanForm>
        );
      }}
    </Shown>
  );
}
