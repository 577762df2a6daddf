import { useNames } from '../../../shared/entries/use-names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { civilDay } from '../../../shared/time/say.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Clock } from '../../../shared/ui/times.tsx';

/** The shifts of a post, the latest first. */
export function ShiftList({ post }: { readonly post: string }) {
  const { t, language } = useWords();
  const shifts = useAnswer('access.shifts', { post, limit: 50 });
  const nameOf = useNames(post);
  return (
    <Shown of={shifts}>
      {({ items }) => (
        <ul className="stack tight">
          {items.length === 0 && <Empty>{t('sheet.none')}</Empty>}
          {items.map(({ shift, started, ended, running, guards }) => (
            <li key={shift} className={`card ${running ? 'ok' : ''}`}>
              <strong>{civilDay(started, language)}</strong> <Clock when={started} /> – {ended === null ? t('sheet.running') : <Clock when={ended} />}
              <span className="small quiet block">
                {guards.some((guard) => nameOf(guard))
                  ? guards.map((guard) => nameOf(guard) ?? t('entry.somebody')).join(', ')
                  : t('sheet.guards', { guards: guards.length })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
