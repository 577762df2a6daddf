import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../shared/api/http.ts';
import type { Role } from '../../../shared/api/names.ts';
import { Refused, whyNot, type Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { signInToDemonstration } from '../../../shared/session/session.ts';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import './demonstration-accounts.css';

interface Offered {
  readonly accounts: readonly Role[];
}

/** Whom to be, on a server that says that it is a demonstration; nothing anywhere else. */
export function DemonstrationAccounts() {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem | 'unreachable'>();
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: async ({ signal }) => {
      try {
        return (await request('/api/demonstration', { signal })).body as Offered;
      } catch (error) {
        if (error instanceof Refused) return { accounts: [] };
        throw error;
      }
    },
  });
  if (!data || data.accounts.length === 0) return null;
  const be = (role: Role): void => {
    signInToDemonstration(role).catch((error: unknown) => setProblem(whyNot(error)));
  };
  return (
    <section className="demonstration stack" aria-labelledby="demonstration">
      <h2 id="demonstration">{t('demonstration.title')}</h2>
      <p className="quiet small">{t('demonstration.invented')}</p>
      <ul className="roles">
        {data.accounts.map((role) => (
          <li key={role}>
            <button type="button" className="role" onClick={() => be(role)}>
              <strong>{t(`role.${role}`)}</strong>
              <span className="small quiet">{t(`role.${role}.does`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}
