import { useState, type ReactNode } from 'react';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';

/** The boxes of an area, which are asked for only when somebody opens it. */
export function BoxesOf({ area, children }: { readonly area: string; readonly children: () => ReactNode }) {
  const { t } = useWords();
  const { placeOf } = useAreas();
  const [open, setOpen] = useState(false);
  return (
    <details className="manifest-group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('where.boxes-of', { area: placeOf(area) })}</summary>
      {open && children()}
    </details>
  );
}
