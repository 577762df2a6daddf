import { useState, type ReactNode } from 'react';
import { BreakForm } from '../../features/logistics/break-seal/break-form.tsx';
import { HandBoxForm } from '../../features/logistics/hand-box-to-station/hand-box-form.tsx';
import { ReturnBoxForm } from '../../features/logistics/return-box/return-box-form.tsx';
import { SealForm } from '../../features/logistics/seal-box/seal-form.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import type { Key } from '../../shared/language/keys.ts';
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
  /** In the words of the answer; undefined while nobody has said. */
  readonly place: Schemas['BoxFound']['place'] | undefined;
  readonly isLost: boolean;
}

type Doing = 'seal' | 'break' | 'hand-box' | 'return-box';

const titles = { seal: 'seal.act', break: 'seal.break', 'hand-box': 'hand-box.title', 'return-box': 'return-box.title' } as const satisfies Record<Doing, Key>;

/** What can be done with a box by those who may. */
export function BoxActions({ box, station, lastKnown, place, isLost }: ActionsProps) {
  const { t } = useWords();
  const me = useMe();
  const [doing, setDoing] = useState<Doing>();
  const carries = holds(me, 'dispatcher', 'station-officer');
  const close = (): void => setDoing(undefined);
  return (
    <>
      <div className="row">
        {carries && (
          <Button does="acts" onClick={() => setDoing('seal')}>
            {t('seal.act')}
          </Button>
        )}
        {holds(me, 'dispatcher', 'station-officer', 'commander') && <Button onClick={() => setDoing('break')}>{t('seal.break')}</Button>}
        {carries && place === 'at-office' && <Button onClick={() => setDoing('hand-box')}>{t('hand-box.title')}</Button>}
        {carries && (place === 'at-office' || place === 'at-station') && <Button onClick={() => setDoing('return-box')}>{t('return-box.title')}</Button>}
        {!isLost && <LostButton box={{ box, station }} lastKnown={lastKnown} />}
      </div>
      {doing && (
        <Sheet title={t(titles[doing])} onClose={close}>
          {doing === 'seal' && <SealForm box={box} station={station} onDone={close} />}
          {doing === 'break' && <BreakForm box={box} station={station} onDone={close} />}
          {doing === 'hand-box' && <HandBoxForm box={{ box, station }} onDone={close} />}
          {doing === 'return-box' && <ReturnBoxForm box={{ box, station }} onDone={close} />}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
