import { Board } from '../../features/logistics/dispatch-board/board.tsx';
import { useWords } from '../../shared/language/language.ts';
import { areaOf, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useMe } from '../../shared/session/session.ts';

/** How far each run is: what a dispatcher has before them all night. */
export function BoardPage({ warehouse }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('board.title')}</h2>
      <Board area={areaOf(useMe(), warehouse)} />
    </>
  );
}
