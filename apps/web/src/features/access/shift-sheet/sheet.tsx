import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { EntryList } from '../../../shared/entries/entry-list.tsx';
import { useNames } from '../../../shared/entries/use-names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { civilDay } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Clock } from '../../../shared/ui/times.tsx';

interface SheetProps {
  readonly post: string;
  readonly shift: string;
  readonly postName: string;
  /** What else can be done with it, beside printing. */
  readonly children?: ReactNode;
}

/** Everything of one shift, to read and to print; what was told late says so. */
export function ShiftSheet({ post, shift, postName, children }: SheetProps) {
  const { t, language } = useWords();
  const sheet = useAnswer('access.shift-sheet', { post, shift });
  const nameOf = useNames(post);
  return (
    <Shown of={sheet}>
      {({ started, ended, turns, insideAtStart, insideAtEnd, afterwards, entries }) => (
        <article className="stack">
          <header className="stack tight">
            <h2>
              {t('sheet.title')} · {postName}
            </h2>
            <p>
              {civilDay(started, language)} · <Clock when={started} /> – {ended === null ? t('sheet.running') : <Clock when={ended} />}
            </p>
            <ul className="small quiet">
              {turns.map(({ from, guards }) => (
                <li key={from}>
                  <Clock when={from} /> {guards.map((guard) => nameOf(guard) ?? t('entry.somebody')).join(', ')}
                </li>
              ))}
            </ul>
            <p>{t('sheet.counts', { start: insideAtStart, end: insideAtEnd, entries: entries.length })}</p>
            {afterwards > 0 && <p className="note late">{t('sheet.told-afterwards', { entries: afterwards })}</p>}
          </header>
          <div className="row no-print">
            <Button onClick={() => print()}>
              <Printer aria-hidden size={20} />
              {t('sheet.print')}
            </Button>
            {children}
          </div>
          <EntryList entries={entries} nameOf={nameOf} />
        </article>
      )}
    </Shown>
  );
}
