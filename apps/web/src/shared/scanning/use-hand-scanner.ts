import { useEffect, useRef } from 'react';

const longest = 400;
const ends: ReadonlySet<string> = new Set(['Enter', 'Tab']);

const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');

/**
 * A scanner in the hand types what it reads and ends with Enter, wherever the focus is. In a field its letters stand in
 * the field, which knows what to do with them.
 */
export function useHandScanner(onCode: (code: string) => void): void {
  const told = useRef(onCode);
  useEffect(() => {
    told.current = onCode;
  });
  useEffect(() => {
    let typed = '';
    const pressed = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || takesLetters(target)) return;
      if (key.length === 1) typed = (typed + key).slice(-longest);
      if (!ends.has(key) || typed === '') return;
      // Enter would press the button that has the focus.
      event.preventDefault();
      event.stopPropagation();
      const code = typed;
      typed = '';
      told.current(code);
    };
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
