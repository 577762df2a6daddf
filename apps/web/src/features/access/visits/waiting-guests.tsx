import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Moment } from '../../../shared/ui/times.tsx';

/** Who has reported and is not inside yet: at the counter, or waiting for a squad leader. */
export function WaitingGuests({ post }: { readonly post: string }) {
  const { t } = useWords();
  const { answer } = useAnswer('access.visits', { post, limit: 50 });
  const waiting = answer?.value.items.filter(({ status }) => status === 'waiting') ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="waiting-guests">
      <h2 id="waiting-guests" className="small quiet">
        {t('waiting.guests')}
      </h2>
      <ul className="stack tight">
        {waiting.map(({ visit, name, purpose, begun }) => (
          <li key={visit}>
            <Link href={`/visit/${visit}`} className="card person warn">
              <span className="grow">
                <strong>{name ?? t('person.unnamed')}</strong>
                <span className="small quiet block">{purpose}</span>
              </span>
              <span className="badge warn">
                {t('status.waiting')} · <Moment when={begun} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
