import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Refused } from '../shared/api/problem.ts';
import { askAnew, followChanges, isNewsFor } from '../shared/live/index.ts';
import { useWords } from '../shared/language/language.ts';
import { useWaiting } from '../shared/offline/index.ts';
import { askWho, sessionLost, useSession } from '../shared/session/session.ts';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNote } from '../shared/ui/problem-note.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SignedIn } from './signed-in.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 1,
    },
  },
});

export function App({ unreachable }: { readonly unreachable: boolean }) {
  const session = useSession();
  const account = session.state === 'signed-in' ? session.me.account : undefined;

  useEffect(() => {
    if (account === undefined) return undefined;
    const stop = followChanges({
      changed: (change) => void askAnew(queries, { predicate: ({ queryKey }) => isNewsFor(change, queryKey) }),
      begun: () => void askAnew(queries, {}),
      lost: sessionLost,
    });
    return () => {
      stop();
      queries.clear();
    };
  }, [account]);

  if (session.state === 'asking') return unreachable ? <NobodyAnswers /> : null;
  return <QueryClientProvider client={queries}>{session.state === 'nobody' ? <SignInPage /> : <SignedIn />}</QueryClientProvider>;
}

function NobodyAnswers() {
  const { t } = useWords();
  const { appTooOld } = useWaiting();
  return (
    <main className="page narrow stack">
      <h1>{t('app.name')}</h1>
      {appTooOld ? <p className="note warn">{t('waiting.too-old')}</p> : <ProblemNote problem="unreachable" />}
      <Button does="acts" onClick={() => void askWho().catch(() => undefined)}>
        {t('ask.again')}
      </Button>
    </main>
  );
}
