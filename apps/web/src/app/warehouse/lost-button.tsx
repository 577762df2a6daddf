import { useState, type ReactNode } from 'react';
import { LostForm } from '../../features/logistics/report-box-loss/lost-form.tsx';
import { useWords } from '../../shared/language/language.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';

interface ButtonProps {
  readonly box: { readonly box: string; readonly station: string };
  readonly lastKnown?: ReactNode;
  /** Among the controls of a list. */
  readonly low?: boolean;
}

/** For whoever may say that a box is lost. */
export function LostButton({ box, lastKnown, low = false }: ButtonProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!holds(useMe(), 'dispatcher', 'station-officer', 'commander')) return null;
  return (
    <>
      <Button low={low} aria-label={t('lost.report-of', { station: box.station })} onClick={() => setOpen(true)}>
        {t('lost.report')}
      </Button>
      {open && (
        <Sheet title={t('lost.title', { station: box.station })} onClose={close}>
          <LostForm box={box} lastKnown={lastKnown} onDone={close} />
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
