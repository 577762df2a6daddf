import { useWords } from '../language/language.ts';
import { useNow } from '../time/use-now.ts';
import { clockTime, fullMoment, howLong, shortMoment, utcMoment, type When } from '../time/say.ts';
import { usePreferences } from './preferences.ts';

/** A moment in WIB; UTC beside it for whoever wants it, and in the tooltip for a mouse. */
export function Moment({ when, full = false }: { readonly when: When; readonly full?: boolean }) {
  const { language } = useWords();
  const { utc } = usePreferences();
  const now = useNow(60_000);
  const iso = typeof when === 'number' ? new Date(when).toISOString() : when;
  return (
    <time dateTime={iso} title={`${fullMoment(when, language)} · ${utcMoment(when, language)}`} className="figures">
      {full ? fullMoment(when, language) : shortMoment(when, now, language)}
      {utc && <span className="quiet"> · {utcMoment(when, language)}</span>}
    </time>
  );
}

/** Only the clock: where the day stands beside it. */
export function Clock({ when }: { readonly when: string }) {
  const { language } = useWords();
  return (
    <time dateTime={when} title={`${fullMoment(when, language)} · ${utcMoment(when, language)}`} className="figures">
      {clockTime(when, language)}
    </time>
  );
}

/** What is recorded within this is recorded as it happens, ms. */
export const promptly = 120_000;

/** How much later the log learnt of it, in words; nothing when it was told as it happened. */
export function Lateness({ ms }: { readonly ms: number }) {
  const { t, language } = useWords();
  if (ms < promptly) return null;
  return <span className="badge late">{t('late.recorded', { howLong: howLong(ms, language) })}</span>;
}
