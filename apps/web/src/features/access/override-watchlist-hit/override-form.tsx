import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { LongField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Ids = Pick<CommandBody<'access.override-watchlist-hit'>, 'visit' | 'post' | 'guest'>;

interface OverrideProps {
  readonly of: Ids;
  readonly name: string;
  /** The entries of the watchlist that stand against the guest. */
  readonly entries: readonly string[];
  readonly mayOverride: boolean;
  readonly onOverridden: () => void;
}

/** Who is on the watchlist, and why; a squad leader lets them in all the same and says why, a guard asks for one. */
export function WatchlistHit({ of, name, entries, mayOverride, onOverridden }: OverrideProps) {
  const { t } = useWords();
  const watchlist = useAnswer('access.watchlist', { post: of.post });
  const hits = watchlist.answer?.value.items.filter(({ entry }) => entries.includes(entry)) ?? [];
  return (
    <div className="note alarm stack" role="alert">
      <strong>{t('watchlist.hit', { name })}</strong>
      <ul className="stack tight">
        {hits.map(({ entry, reason, note }) => (
          <li key={entry}>
            {t(`watch-reason.${reason}`)}
            {note !== null && <span className="block">{note}</span>}
          </li>
        ))}
      </ul>
      {mayOverride ? <Override of={of} name={name} entries={entries} onOverridden={onOverridden} /> : <p>{t('watchlist.ask-leader')}</p>}
    </div>
  );
}

function Override({ of, name, entries, onOverridden }: Omit<OverrideProps, 'mayOverride'>) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { tell, busy, problem } = useRecording();
  const override = async (): Promise<void> => {
    const { kind } = await tell(
      'access.override-watchlist-hit',
      { ...of, entries: [...entries], reason: { value: reason.trim() } },
      t('watchlist.overridden', { name }),
    );
    if (kind !== 'refused') onOverridden();
  };
  return (
    <>
      <LongField label={t('watchlist.override-reason')} value={reason} maxLength={2000} onChange={({ target }) => setReason(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="alarms" wide disabled={busy || reason.trim() === ''} onClick={() => void override()}>
        {t('watchlist.override')}
      </Button>
    </>
  );
}
