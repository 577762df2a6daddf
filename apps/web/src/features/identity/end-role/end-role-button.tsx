import { useWords } from '../../../shared/language/language.ts';
import { serverNow } from '../../../shared/time/clock.ts';
import { rfc3339 } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** A role is not held any more from now on. */
export function EndRole({ account, grant, role }: { readonly account: string; readonly grant: string; readonly role: string }) {
  const { t } = useWords();
  const { tell, busy, problem } = useRecording();
  return (
    <>
      <Button
        low
        disabled={busy}
        aria-label={t('grants.end-which', { role })}
        onClick={() => void tell('identity.end-role', { account, grant, at: rfc3339(serverNow()) }, t('grants.ended', { role }))}
      >
        {t('grants.end')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
