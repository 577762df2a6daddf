import { ExplainForm } from '../../features/logistics/explain-contradiction/explain-form.tsx';
import { ContradictionCard } from '../../features/logistics/standing-contradictions/contradiction-card.tsx';
import { Filtered } from '../../shared/contradictions/filtered.tsx';
import { useExplaining } from '../../shared/contradictions/use-explaining.tsx';
import { useWords } from '../../shared/language/language.ts';
import { explainedBy, type Explained } from '../../shared/logistics/contradictions.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

/** What does not fit in the area, explained or not, with the way to explain it for whoever answers for it. */
export function ContradictionsPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const me = useMe();
  const area = areaOf(me, warehouse);
  const found = useAnswer('logistics.standing-contradictions', { area, limit: 100 });
  const runs = useAnswer('logistics.dispatch-board', { area, limit: 500 }).answer?.value.items ?? [];
  const byId = new Map(runs.map((run) => [run.dispatch, run]));
  const explaining = useExplaining<Omit<Explained, 'explanation'>>((named, close) => <ExplainForm of={named} onDone={close} />);
  return (
    <>
      <PageHead title={t('doubt.page')} />
      <Shown of={found}>
        {({ items }) => (
          <Filtered items={items}>
            {(each) => {
              const named = explainedBy(each);
              const may = named && holds(me, 'dispatcher', 'commander', 'investigator');
              return <ContradictionCard key={`${each.what} ${each.about.join(' ')}`} of={each} runs={byId} act={may && explaining.button(named)} />;
            }}
          </Filtered>
        )}
      </Shown>
      {explaining.sheet}
    </>
  );
}
