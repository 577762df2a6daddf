import { useConnection, useOldestShown } from '../../shared/live/index.ts';
import { useWords } from '../../shared/language/language.ts';
import { useNow } from '../../shared/time/use-now.ts';
import { howLong } from '../../shared/time/say.ts';

/** Whether the server is heard, and how old is what the screen says. */
export function ConnectionState() {
  const { t, language } = useWords();
  const { state, heard } = useConnection();
  const oldest = useOldestShown();
  const now = useNow(5_000);
  // While changes are heard, what is shown is as new as the last sign of life: nothing has changed since it was asked.
  const asOf = state === 'live' ? heard : oldest;
  const age = asOf === undefined ? undefined : now - asOf;
  return (
    <div className="connection small" role="status">
      <span className={`dot ${state}`} aria-hidden />
      {t(`connection.${state}`)}
      <div className="quiet figures">
        {age === undefined ? t('connection.no-data') : age < 60_000 ? t('connection.now') : t('connection.age', { howLong: howLong(age, language) })}
      </div>
    </div>
  );
}
