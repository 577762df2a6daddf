import { useWords } from '../../shared/language/language.ts';
import { useWaiting } from '../../shared/offline/index.ts';

/** What waits for the network is said in a sentence, on every screen. */
export function WaitingNote() {
  const { t } = useWords();
  const { entries } = useWaiting();
  if (entries === 0) return null;
  return <p className="note warn small">{t('waiting.entries', { entries })}</p>;
}
