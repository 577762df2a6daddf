import { useState } from 'react';
import { commandKey } from '../../../shared/entries/what.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useQueue, type Entry } from '../../../shared/offline/index.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import { Decision } from './decision.tsx';
import { stateOf } from './state-of.ts';

/** What this phone recorded, the latest first, with what became of each; what needs a decision comes first. */
export function EntryList() {
  const { t } = useWords();
  const { open, latest } = useQueue();
  const [deciding, setDeciding] = useState<Entry>();
  const toDecide = open.filter(({ state }) => state === 'to-decide');
  const others = latest.filter(({ state }) => state !== 'to-decide');
  return (
    <>
      {toDecide.length + others.length === 0 && <p className="quiet">{t('entries.empty')}</p>}
      <ul className="stack tight" aria-label={t('entries.title')}>
        {[...toDecide, ...others].map((entry) => (
          <Line key={entry.id} entry={entry} onDecide={() => setDeciding(entry)} />
        ))}
      </ul>
      {deciding && <Decision entry={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

function Line({ entry, onDecide }: { readonly entry: Entry; readonly onDecide: () => void }) {
  const { t } = useWords();
  const { key, looks } = stateOf(entry);
  return (
    <li className={`card ${looks}`} data-state={entry.state}>
      <div className="row apart">
        <div>
          <strong>{t(commandKey(entry.name))}</strong>
          <div className="small quiet">
            {t('entries.saved')} <Moment when={entry.savedAt} />
          </div>
        </div>
        <span className="badge">{t(key)}</span>
      </div>
      {entry.state === 'to-decide' && (
        <Button does="acts" wide onClick={onDecide}>
          {t('decide.title')}
        </Button>
      )}
    </li>
  );
}
