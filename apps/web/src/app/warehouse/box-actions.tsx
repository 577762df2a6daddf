import { useState } from 'react';
import { BreakForm } from '../../features/logistics/break-seal/break-form.tsx';
import { SealForm } from '../../features/logistics/seal-box/seal-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

/** What can be done with a box in the warehouse. */
export function BoxActions({ box, station }: { readonly box: string; readonly station: string }) {
  const { t } = useWords();
  const [doing, setDoing] = useState<'seal' | 'break'>();
  const close = (): void => setDoing(undefined);
  return (
    <>
      <div className="row">
        <Button does="acts" onClick={() => setDoing('seal')}>
          {t('seal.act')}
        </Button>
        <Button onClick={() => setDoing('break')}>{t('seal.break')}</Button>
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
