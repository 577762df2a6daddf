import { Link } from 'wouter';
import { Board } from '../../features/logistics/dispatch-board/board.tsx';
import { ContradictionSummary } from '../../features/logistics/standing-contradictions/contradiction-summary.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { holds, useMe } from '../../shared/session/session.ts';

/** How far each run is: what a dispatcher has before them all night. */
export function BoardPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const me = useMe();
  const area = areaOf(me, warehouse);
  return (
    <>
      <div className="row apart">
        <h2>{t('board.title')}</h2>
        {holds(me, 'dispatcher', 'commander') && (
          <Link href="/plan" className="button acts">
            {t('plan.title')}
          </Link>
        )}
      </div>
      <ContradictionSummary area={area} />
      <Board area={area} />
    </>
  );
}
