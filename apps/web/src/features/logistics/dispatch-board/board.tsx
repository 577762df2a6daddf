import type { ReactNode } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { RunCard } from './run-card.tsx';
import { runsIn, stages, type Run } from './stages.ts';
import './board.css';

/** The runs that go to an area, side by side by how far they are. */
export function Board({ area, children }: { readonly area: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  const board = useAnswer('logistics.dispatch-board', { area, limit: 500 });
  return (
    <Shown of={board}>
      {({ items }) => (
        <>
          {items.length === 0 && <Empty>{t('board.empty')}</Empty>}
          {children}
          <div className="board">
            {stages.map((stage) => (
              <Column key={stage} title={t(`stage.${stage}`)} runs={runsIn(stage, items)} />
            ))}
          </div>
        </>
      )}
    </Shown>
  );
}

function Column({ title, runs }: { readonly title: string; readonly runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>
        {title} <span className="quiet figures">{runs.length}</span>
      </h2>
      <ul className="stack tight">
        {runs.map((run) => (
          <li key={run.dispatch}>
            <RunCard run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}
