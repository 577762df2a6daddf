import { Check, Smartphone, X } from 'lucide-react';
import { useWords } from '../../shared/language/language.ts';
import { announce, useNotice } from '../../shared/ui/notices.ts';

/** What was recorded last on this screen, and where it is: on this phone, or in the log. Stays until somebody takes it away. */
export function NoticeBar() {
  const { t } = useWords();
  const notice = useNotice();
  return (
    <div className="notice-place no-print" role="status">
      {notice && (
        <div className={`notice note ${notice.contradicts.length > 0 ? 'alarm' : notice.state === 'recorded' ? 'ok' : 'warn'}`}>
          {notice.state === 'recorded' ? <Check aria-hidden size={22} /> : <Smartphone aria-hidden size={22} />}
          <span className="grow">
            {notice.said} <strong>{t(`notice.${notice.state}`)}</strong>
            {notice.contradicts.length > 0 && <span className="block">{t('contradiction.kept')}</span>}
          </span>
          <button type="button" className="icon-link" aria-label={t('notice.dismiss')} onClick={() => announce(undefined)}>
            <X aria-hidden size={20} />
          </button>
        </div>
      )}
    </div>
  );
}
