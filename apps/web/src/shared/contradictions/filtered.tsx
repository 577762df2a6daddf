import { useState, type ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { Chips } from '../ui/field.tsx';
import { Empty } from '../ui/pages.tsx';

const filters = ['all', 'unexplained', 'explained'] as const;

interface Doubt {
  readonly explanations: readonly unknown[];
}

/** What does not fit, all of it or by whether somebody explained it, and how much that is. */
export function Filtered<D extends Doubt>({ items, children }: { readonly items: readonly D[]; readonly children: (doubt: D) => ReactNode }) {
  const { t } = useWords();
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const shown = {
    all: items,
    explained: items.filter(({ explanations }) => explanations.length > 0),
    unexplained: items.filter(({ explanations }) => explanations.length === 0),
  };
  return (
    <>
      <Chips
        label={t('doubt.filter')}
        choices={filters.map((value) => ({ value, label: [t(`doubt.filter.${value}`), shown[value].length].join(' ') }))}
        value={filter}
        onChoose={setFilter}
      />
      {shown[filter].length === 0 && <Empty>{t('doubt.none')}</Empty>}
      <ul className="stack tight">{shown[filter].map(children)}</ul>
    </>
  );
}
