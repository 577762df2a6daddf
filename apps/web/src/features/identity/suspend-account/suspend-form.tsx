import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['SuspendAccount']['reason'];
const reasons = ['left-service', 'lost-credentials', 'misuse', 'investigation', 'other'] as const satisfies readonly Reason[];

/** Nothing may be done with the account from now on, or again. */
export function SuspendAccount({ account, suspended, onDone }: { readonly account: string; readonly suspended: boolean; readonly onDone: () => void }) {
  const { t } = useWords();
  const { tell, busy, problem } = useRecording();
  const done = ({ kind }: { readonly kind: string }): void => (kind === 'refused' ? undefined : onDone());
  return (
    <div className="stack">
      {suspended ? (
        <Button does="acts" wide disabled={busy} onClick={() => void tell('identity.reinstate-account', { account }, t('accounts.reinstated')).then(done)}>
          {t('accounts.reinstate')}
        </Button>
      ) : (
        <Chips
          label={t('accounts.suspend-why')}
          choices={reasons.map((value) => ({ value, label: t(`suspension.${value}`) }))}
          value={undefined}
          onChoose={(reason) => void tell('identity.suspend-account', { account, reason }, t('accounts.is-suspended')).then(done)}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
