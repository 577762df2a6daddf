import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = CommandBody<'identity.dismiss-entry'>['reason'];
const reasons = ['not-by-its-author', 'did-not-happen', 'recorded-otherwise', 'overtaken', 'other'] as const satisfies readonly Reason[];

interface DismissProps {
  readonly entry: string;
  readonly post: string | null;
  /** What the entry records, in words. */
  readonly what: string;
  /** It was accepted, and could not be recorded. */
  readonly inVain: boolean;
}

/** An entry that was kept apart is not taken up: it says why, and the entry stays readable where it is. */
export function DismissEntry({ entry, post, what, inVain }: DismissProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const { tell, busy, problem } = useRecording();
  const dismiss = async (why: Reason): Promise<void> => {
    const { kind } = await tell('identity.dismiss-entry', { entry, reason: why, ...(post !== null && { post }) }, t('marked.dismissed', { what }));
    if (kind !== 'refused') setAsking(false);
  };
  return (
    <>
      <Button low onClick={() => setAsking(true)} aria-label={t(inVain ? 'marked.close-what' : 'marked.dismiss-what', { what })}>
        {t(inVain ? 'marked.close' : 'marked.dismiss')}
      </Button>
      {asking && (
        <Sheet title={t(inVain ? 'marked.close-what' : 'marked.dismiss-what', { what })} onClose={() => setAsking(false)}>
          <p>{t(inVain ? 'marked.close.means' : 'marked.dismiss.means')}</p>
          <Chips
            label={t('marked.dismiss.why')}
            choices={reasons.map((value) => ({ value, label: t(`marked.why.${value}`) }))}
            value={reason}
            onChoose={setReason}
          />
          {problem && <ProblemNote problem={problem} />}
          <Button does="alarms" wide disabled={busy || reason === undefined} onClick={() => reason && void dismiss(reason)}>
            {t(inVain ? 'marked.close.confirm' : 'marked.dismiss.confirm')}
          </Button>
          <Button wide onClick={() => setAsking(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
