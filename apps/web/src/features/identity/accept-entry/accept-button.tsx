import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface AcceptProps {
  readonly entry: string;
  readonly post: string | null;
  /** What the entry records, in words. */
  readonly what: string;
}

/** An entry that was kept apart is taken up, on the word of who accepts it. */
export function AcceptEntry({ entry, post, what }: AcceptProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { tell, busy, problem } = useRecording();
  const accept = async (): Promise<void> => {
    const { kind } = await tell('identity.accept-entry', { entry, ...(post !== null && { post }) }, t('marked.accepted', { what }));
    if (kind !== 'refused') setAsking(false);
  };
  return (
    <>
      <Button does="acts" low onClick={() => setAsking(true)} aria-label={t('marked.accept-what', { what })}>
        {t('marked.accept')}
      </Button>
      {asking && (
        <Sheet title={t('marked.accept-what', { what })} onClose={() => setAsking(false)}>
          <p>{t('marked.accept.means')}</p>
          {problem && <ProblemNote problem={problem} />}
          <Button does="acts" wide disabled={busy} onClick={() => void accept()}>
            {t('marked.accept.confirm')}
          </Button>
          <Button wide onClick={() => setAsking(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
