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
import { ReceiveOne } from './receive-one.tsx';

interface ActionsProps {
  readonly box: string;
  readonly station: string;
  /** Where it is, as far as the log knows. */
  readonly lastKnown: ReactNode;
  /** Undefined while nobody has said where it is. */
  readonly found: Schemas['BoxFound'] | undefined;
  readonly isLost: boolean;
}

type Doing = 'receive' | 'seal' | 'break' | 'hand-box' | 'return-box';

const titles = {
  receive: 'receive.act',
  seal: 'seal.act',
  break: 'seal.break',
  'hand-box': 'hand-box.title',
  'return-box': 'return-box.title',
} as const satisfies Record<Doing, Key>;

/** What can be done with a box by those who may. */
export function BoxActions({ box, station, lastKnown, found, isLost }: ActionsProps) {
  const { t } = useWords();
  const me = useMe();
  const [doing, setDoing] = useState<Doing>();
  const place = found?.place;
  const arrived = place === 'on-truck' && found?.truck === 'arrived' ? found.dispatch : null;
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
        {carries && arrived !== null && <Button onClick={() => setDoing('receive')}>{t('receive.act')}</Button>}
        {carries && place === 'at-office' && <Button onClick={() => setDoing('hand-box')}>{t('hand-box.title')}</Button>}
        {carries && (place === 'at-office' || place === 'at-station') && <Button onClick={() => setDoing('return-box')}>{t('return-box.title')}</Button>}
        {!isLost && <LostButton box={{ box, station }} lastKnown={lastKnown} />}
      </div>
      {doing && (
        <Sheet title={t(titles[doing])} onClose={close}>
          {doing === 'receive' && found && arrived !== null && <ReceiveOne found={found} dispatch={arrived} onDone={close} />}
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
