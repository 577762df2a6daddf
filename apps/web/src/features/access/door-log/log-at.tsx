import { EntryList } from '../../../shared/entries/entry-list.tsx';
import { useNames } from '../../../shared/entries/use-names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import type { Instant } from '../../../shared/time/clock.ts';
import { rfc3339 } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';

interface LogProps {
  readonly post: string;
  readonly from: Instant;
  readonly at: Instant;
  readonly knownAt: Instant;
}

/** What the log says of the doors until that instant, the latest first; what was not known then is hatched. */
export function LogAt({ post, from, at, knownAt }: LogProps) {
  const { t } = useWords();
  const log = useAnswer('access.door-log', { post, from: rfc3339(from), at: rfc3339(at), limit: 100 });
  const nameOf = useNames(post);
  return (
    <section className="stack tight">
      <h2>{t('rewind.log')}</h2>
      <Shown of={log}>
        {({ items }) => (items.length === 0 ? <Empty>{t('rewind.nothing')}</Empty> : <EntryList entries={items} nameOf={nameOf} knownAt={knownAt} />)}
      </Shown>
    </section>
  );
}
