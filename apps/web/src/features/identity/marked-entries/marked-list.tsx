import type { ReactNode } from 'react';
import { useNames } from '../../../shared/entries/use-names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { MarkedCard } from './marked-card.tsx';
import type { MarkedEntry } from './marked-entry.ts';

interface ListProps {
  readonly post: string;
  /** What can be done with an entry that is kept apart, or that was accepted in vain. */
  readonly actions: (entry: MarkedEntry) => ReactNode;
}

const waitsForDecision = ({ status }: MarkedEntry): boolean => status === 'quarantined' || status === 'not-carried-out';

/** What came from phones with something wrong: first what somebody must decide, then the rest, the latest first. */
export function MarkedList({ post, actions }: ListProps) {
  const { t } = useWords();
  const nameOf = useNames(post);
  const apart = useAnswer('identity.marked-entries', { post, status: 'quarantined', limit: 500 });
  const inVain = useAnswer('identity.marked-entries', { post, status: 'not-carried-out', limit: 500 }).answer?.value.items ?? [];
  const all = useAnswer('identity.marked-entries', { post, limit: 100 });
  return (
    <>
      <section className="stack tight">
        <h3>{t('marked.to-decide')}</h3>
        <Shown of={apart}>
          {({ items }) => {
            const waiting = [...inVain, ...items].filter(waitsForDecision);
            return waiting.length === 0 ? (
              <Empty>{t('marked.nothing-to-decide')}</Empty>
            ) : (
              <Cards entries={waiting} card={(entry) => <MarkedCard entry={entry} nameOf={nameOf} actions={actions(entry)} />} />
            );
          }}
        </Shown>
      </section>
      <section className="stack tight">
        <h3>{t('marked.others')}</h3>
        <Shown of={all}>
          {({ items }) => {
            const others = items.filter((entry) => !waitsForDecision(entry));
            return others.length === 0 ? (
              <Empty>{t('marked.none')}</Empty>
            ) : (
              <Cards entries={others} card={(entry) => <MarkedCard entry={entry} nameOf={nameOf} />} />
            );
          }}
        </Shown>
      </section>
    </>
  );
}

function Cards({ entries, card }: { readonly entries: readonly MarkedEntry[]; readonly card: (entry: MarkedEntry) => ReactNode }) {
  return (
    <ul className="stack tight">
      {entries.map((entry) => (
        <li key={entry.entry}>{card(entry)}</li>
      ))}
    </ul>
  );
}
