import { useState, type ReactNode } from 'react';
import { BreakForm } from '../../features/logistics/break-seal/break-form.tsx';
import { SealForm } from '../../features/logistics/seal-box/seal-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { LostButton } from './lost-button.tsx';

interface ActionsProps {
  readonly box: string;
  readonly station: string;
  /** Where it is, as far as the log knows. */
  readonly lastKnown: ReactNode;
  readonly isLost: boolean;
}

/** What can be done with a box by those who may. */
export function BoxActions({ box, station, lastKnown, isLost }: ActionsProps) {
  const { t } = useWords();
  const me = useMe();
  const [doing, setDoing] = useState<'seal' | 'break'>();
  const close = (): void => setDoing(undefined);
  return (
    <>
      <div className="row">
        {holds(me, 'dispatcher', 'station-officer') && (
          <Button does="acts" onClick={() => setDoing('seal')}>
            {t('seal.act')}
          </Button>
        )}
        {holds(me, 'dispatcher', 'station-officer', 'commander') && <Button onClick={() => setDoing('break')}>{t('seal.break')}</Button>}
        {!isLost && <LostButton box={{ box, station }} lastKnown={lastKnown} />}
      </div>
      {doing && (
        <Sheet title={t(doing === 'seal' ? 'seal.act' : 'seal.break')} onClose={close}>
          {doing === 'seal' ? <SealForm box={box} station={station} onDone={close} /> : <BreakForm box={box} station={station} onDone={close} />}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
