import type { Problem } from '../api/problem.ts';
import { useWords } from '../language/language.ts';

/** What happened, what was kept, and what to do next; the server's own sentences, in the person's language. */
export function ProblemNote({ problem }: { readonly problem: Problem | 'unreachable' }) {
  const { t } = useWords();
  const unreachable = problem === 'unreachable' || problem.code === 'unreachable';
  if (unreachable) {
    return (
      <div className="note warn" role="alert">
        <strong>{t('problem.unreachable')}</strong>
        <p>{t('problem.unreachable.next')}</p>
      </div>
    );
  }
  return (
    <div className="note alarm" role="alert">
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
