import { Link } from 'wouter';
import { useWords } from '../../shared/language/language.ts';
import { useWaiting } from '../../shared/offline/index.ts';

/** What waits for the network, and for a person, is said in a sentence on every screen. */
export function WaitingNote() {
  const { t } = useWords();
  const { entries, toDecide, keeping, appTooOld } = useWaiting();
  return (
    <>
      {appTooOld && <p className="note warn small">{t('waiting.too-old')}</p>}
      {keeping !== 'kept' && <p className="note alarm small">{t(keeping === 'full' ? 'waiting.full' : 'waiting.nothing-kept')}</p>}
      {(entries > 0 || toDecide > 0) && (
        <p className={`note small row apart ${toDecide > 0 ? 'alarm' : 'warn'}`} role="status">
          <span>
            {[entries > 0 ? t('waiting.entries', { entries }) : '', toDecide > 0 ? t('waiting.decide', { entries: toDecide }) : ''].filter(Boolean).join(' ')}
          </span>
          <Link href="~/phone">{t('entries.link')}</Link>
        </p>
      )}
    </>
  );
}
