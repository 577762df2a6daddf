import { useEffect, useRef } from 'react';
import type { Problem } from '../api/problem.ts';
import { useWords } from '../language/language.ts';

/** What happened, what was kept, and what to do next; the server's own sentences, in the person's language. */
export function ProblemNote({ problem }: { readonly problem: Problem | 'unreachable' }) {
  const { t } = useWords();
  const unreachable = problem === 'unreachable' || problem.code === 'unreachable';
  const place = useRef<HTMLDivElement>(null);
  // Whoever has just tapped a button at the bottom of the screen does not look for the answer above or below.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
  }, [problem]);
  if (unreachable) {
    return (
      <div className="note warn problem" role="alert" ref={place}>
        <strong>{t('problem.unreachable')}</strong>
        <p>{t('problem.unreachable.next')}</p>
      </div>
    );
  }
  return (
    <div className="note alarm problem" role="alert" ref={place}>
      <strong>{problem.title}</strong>
      {problem.objections && problem.objections.length > 0 ? (
        <ul>
          {problem.objections.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      ) : (
        <p>{problem.detail}</p>
      )}
      {problem.errors && (
        <ul>
          {problem.errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
