import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { useNow } from '../../../shared/time/use-now.ts';
import { howLong } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import './check-out-list.css';

/** Everyone inside, by badge: a tap on the one who hands theirs back, and they have left. */
export function CheckOutList({ post }: { readonly post: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const inside = useAnswer('access.who-is-inside', { post });
  const { tell, busy, problem } = useRecording();
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <Shown of={inside}>
        {({ items }) => {
          const people = items
            .filter(({ inner }) => !inner)
            .sort((one, other) => (one.badge ?? '').localeCompare(other.badge ?? '', language, { numeric: true }));
          if (people.length === 0) return <Empty>{t('inside.nobody')}</Empty>;
          return (
            <ul className="stack tight">
              {people.map(({ visit, guest, name, badge, entered }) => (
                <li key={visit}>
                  <Button
                    wide
                    disabled={busy}
                    onClick={() => void tell('access.check-out-guest', { visit, post, guest }, t('check-out.said', { name: name ?? badge ?? '' }))}
                  >
                    <span className="leaving">
                      <span className="badge-number figures">{badge ?? '–'}</span>
                      <span className="grow">{name ?? t('person.unnamed')}</span>
                      <span className="small quiet figures">{howLong(now - Date.parse(entered), language)}</span>
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </>
  );
}
