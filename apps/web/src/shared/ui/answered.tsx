import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import type { Answered } from '../offline/index.ts';
import { Button } from './button.tsx';
import { ProblemNote } from './problem-note.tsx';

/** An answer once it is there; until then that it is asked, and why there is none. An older answer stays on the screen. */
export function Shown<T>({ of: { answer, problem, waiting, again }, children }: { readonly of: Answered<T>; readonly children: (value: T) => ReactNode }) {
  const { t } = useWords();
  return (
    <>
      {problem !== undefined && !(answer !== undefined && problem === 'unreachable') && (
        <div className="stack tight">
          <ProblemNote problem={problem} />
          <Button low onClick={again}>
            {t('ask.again')}
          </Button>
        </div>
      )}
      {answer?.namesWithheld === true && <p className="note warn">{t('ask.names-withheld')}</p>}
      {waiting && problem === undefined && <p className="quiet">{t('ask.waiting')}</p>}
      {answer !== undefined && children(answer.value)}
    </>
  );
}
