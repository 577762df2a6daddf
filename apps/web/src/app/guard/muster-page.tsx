import { useState } from 'react';
import { useLocation } from 'wouter';
import { CloseMusterForm } from '../../features/access/close-muster/close-muster-form.tsx';
import { MusterCount } from '../../features/access/musters/muster-page.tsx';
import { useWords } from '../../shared/language/language.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

/** Everybody is called out and counted; a squad leader ends the count. */
export function MusterPage({ post, muster }: { readonly post: string; readonly muster: string }) {
  const { t } = useWords();
  const me = useMe();
  const [, go] = useLocation();
  const [closing, setClosing] = useState(false);
  return (
    <>
      <PageHead title={t('muster.title')} />
      <MusterCount post={post} muster={muster} />
      {holds(me, 'squad-leader') ? (
        <Button wide onClick={() => setClosing(true)}>
          {t('muster.close')}
        </Button>
      ) : (
        <p className="quiet">{t('muster.leader-closes')}</p>
      )}
      {closing && (
        <Sheet title={t('muster.close')} onClose={() => setClosing(false)}>
          <CloseMusterForm post={post} muster={muster} onDone={() => go('/')} />
          <Button wide onClick={() => setClosing(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
