import { useRebuild } from '../../../shared/api/use-rebuild.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';

/** Events that a view could not take: they are in the log all the same, and wait here. */
export function ParkedList() {
  const { t } = useWords();
  const parked = useAnswer('administration.parked-events', {});
  const { problem, rebuild } = useRebuild();
  return (
    <Shown of={parked}>
      {({ events }) =>
        events.length === 0 ? (
          <Empty>{t('parked.none')}</Empty>
        ) : (
          <div className="stack">
            {problem !== undefined && <ProblemNote problem={problem} />}
            <Button does="acts" onClick={() => void rebuild()}>
              {t('parked.retry')}
            </Button>
            <ul className="stack tight">
              {events.map(({ id, projection, type, stream, revision, position, error }) => (
                <li key={`${projection} ${id}`} className="card warn">
                  <strong translate="no">{type}</strong>
                  <span className="small quiet block">
                    #{position} · {stream} {revision} · {projection}
                  </span>
                  <span className="block">{error ?? t('parked.behind')}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Shown>
  );
}
