import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['RemoveFromWatchlist']['reason'];
const reasons = ['cleared', 'wrong-person', 'entered-by-mistake', 'no-longer-needed'] as const satisfies readonly Reason[];

export function RemoveFromWatchlist({ entry, post, name }: { readonly entry: string; readonly post: string; readonly name: string }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { tell, problem } = useRecording();
  const remove = async (reason: Reason): Promise<void> => {
    const { kind } = await tell('access.remove-from-watchlist', { entry, post, reason }, t('watchlist.removed', { name }));
    if (kind !== 'refused') setAsking(false);
  };
  return (
    <>
      <Button low onClick={() => setAsking(true)} aria-label={t('watchlist.remove-whom', { name })}>
        {t('watchlist.remove')}
      </Button>
      {asking && (
        <Sheet title={t('watchlist.remove-whom', { name })} onClose={() => setAsking(false)}>
          <Chips
            label={t('watchlist.removal-reason')}
            choices={reasons.map((value) => ({ value, label: t(`removal.${value}`) }))}
            value={undefined}
            onChoose={(reason) => void remove(reason)}
          />
          {problem && <ProblemNote problem={problem} />}
          <Button wide onClick={() => setAsking(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
