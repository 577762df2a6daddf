import { useState, type ReactNode } from 'react';
import { useWords } from '../../../shared/language/language.ts';

/** The boxes of an area, which are asked for only when somebody opens it. */
export function BoxesOf({ area, children }: { readonly area: string; readonly children: () => ReactNode }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="manifest-group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('where.boxes-of', { area })}</summary>
      {open && children()}
    </details>
  );
}
