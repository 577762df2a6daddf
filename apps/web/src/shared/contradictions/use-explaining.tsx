import { useState, type ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface Explaining<D> {
  /** The way to explain one. */
  readonly button: (doubt: D) => ReactNode;
  /** Where the chosen one is explained. */
  readonly sheet: ReactNode;
}

/** Of many things that do not fit, the one that somebody explains. `form`: how it is told. */
export function useExplaining<D extends object>(form: (doubt: D, close: () => void) => ReactNode): Explaining<D> {
  const { t } = useWords();
  const [chosen, setChosen] = useState<D>();
  const close = (): void => setChosen(undefined);
  return {
    button: (doubt) => (
      <Button low onClick={() => setChosen(doubt)}>
        {t('doubt.explain')}
      </Button>
    ),
    sheet: chosen && (
      <Sheet title={t('doubt.explain')} onClose={close}>
        {form(chosen, close)}
        <Button wide onClick={close}>
          {t('nav.cancel')}
        </Button>
      </Sheet>
    ),
  };
}
