import { Flame } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import './hold-button.css';

/** Long enough not to happen in a pocket, ms. */
const hold = 600;

/** One gesture: held down, it calls everybody out. By keyboard and by assistive technology a press is enough. */
export function HoldButton({ onHeld, busy }: { readonly onHeld: () => void; readonly busy: boolean }) {
  const { t } = useWords();
  const [holding, setHolding] = useState(false);
  const [tooShort, setTooShort] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = (): void => {
    clearTimeout(timer.current);
    setHolding(false);
  };
  const begin = (): void => {
    setTooShort(false);
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      onHeld();
    }, hold);
  };
  return (
    <button
      type="button"
      className={`button alarms wide hold ${holding ? 'holding' : ''}`}
      disabled={busy}
      onPointerDown={begin}
      onPointerUp={() => {
        if (holding) setTooShort(true);
        stop();
      }}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={({ detail }) => (detail === 0 ? onHeld() : undefined)}
    >
      <Flame aria-hidden size={22} />
      <span aria-live="polite">{t(tooShort ? 'muster.hold-longer' : 'muster.hold')}</span>
    </button>
  );
}
