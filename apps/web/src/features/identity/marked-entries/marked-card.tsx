import type { ReactNode } from 'react';
import { commandKey } from '../../../shared/entries/what.ts';
import { useWords } from '../../../shared/language/language.ts';
import { howLong } from '../../../shared/time/say.ts';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';
import type { MarkedEntry } from './marked-entry.ts';
import { SaidFields } from './said-fields.tsx';

interface CardProps {
  readonly entry: MarkedEntry;
  readonly nameOf: (account: string) => string | undefined;
  readonly actions?: ReactNode;
}

const looks = {
  marked: 'warn',
  quarantined: 'alarm',
  accepted: '',
  'taken-up': 'ok',
  'not-carried-out': 'alarm',
  dismissed: '',
  discarded: '',
  noted: '',
} as const satisfies Readonly<Record<MarkedEntry['status'], string>>;

/** One entry: what it says, by whom, what is wrong with it, when it was claimed to be and when it came, and what became of it. */
export function MarkedCard({ entry, nameOf, actions }: CardProps) {
  const { t } = useWords();
  const { status, marks, effective, recorded, note, decidedBy } = entry;
  return (
    <article className={`card stack tight ${looks[status]}`}>
      <div className="row apart">
        <strong className="grow">{t(commandKey(entry.command))}</strong>
        <span className="badge">{t(`marked.is-${status}`)}</span>
      </div>
      {marks.length > 0 && (
        <ul className="stack tight">
          {marks.map((mark) => (
            <li key={mark}>{t(markKey(mark))}</li>
          ))}
        </ul>
      )}
      <Hindrances entry={entry} />
      {entry.problem !== null && (
        <p>
          {t('marked.refused-for')} <code>{entry.problem}</code>
        </p>
      )}
      <dl className="facts">
        <dt>{t('marked.author')}</dt>
        <dd>{nameOf(entry.author) ?? t('entry.somebody')}</dd>
        <dt>{t('marked.happened')}</dt>
        <dd>
          <Moment when={effective} /> <Lateness ms={Date.parse(recorded) - Date.parse(effective)} />
        </dd>
        <ClockClaim entry={entry} />
        <dt>{t('marked.recorded')}</dt>
        <dd>
          <Moment when={recorded} />
        </dd>
        <Phone entry={entry} />
        <SaidFields entry={entry} />
        {note !== null && (
          <>
            <dt>{t('marked.note')}</dt>
            <dd>{note}</dd>
          </>
        )}
        {decidedBy !== null && status !== 'marked' && (
          <>
            <dt>{t('marked.decided-by')}</dt>
            <dd>
              {nameOf(decidedBy) ?? t('entry.somebody')}
              {entry.reason !== null && ` · ${t(whyKey(entry.reason))}`}
            </dd>
          </>
        )}
      </dl>
      {actions}
    </article>
  );
}

/** Why an accepted entry was not carried out. */
function Hindrances({ entry: { hindrances } }: Pick<CardProps, 'entry'>) {
  const { t, language } = useWords();
  if (hindrances.length === 0) return null;
  return (
    <div>
      <p>{t('marked.hindered')}</p>
      <ul>
        {hindrances.map(({ code, [language]: sentence }) => (
          <li key={code}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Phone({ entry: { device, seq } }: Pick<CardProps, 'entry'>) {
  const { t } = useWords();
  if (device === null) return null;
  return (
    <>
      <dt>{t('marked.phone')}</dt>
      <dd>
        <code>{device.slice(-8)}</code>
        {seq !== null && ` · ${t('marked.number', { seq })}`}
      </dd>
    </>
  );
}

/** Worth saying only where it differs from what the effective time is. */
const offBy = 60_000;

function ClockClaim({ entry: { clock, offsetMs } }: Pick<CardProps, 'entry'>) {
  const { t, language } = useWords();
  if (clock === null || offsetMs === null || Math.abs(offsetMs) < offBy) return null;
  return (
    <>
      <dt>{t('marked.clock')}</dt>
      <dd>
        <Moment when={clock} /> · {t(offsetMs > 0 ? 'marked.behind' : 'marked.ahead', { time: howLong(Math.abs(offsetMs), language) })}
      </dd>
    </>
  );
}

const known = ['unknown-device', 'bad-signature', 'revoked', 'sequence-repeated', 'sequence-forked', 'sequence-gap'] as const;

const markKey = (mark: string) => `mark.${known.find((each) => each === mark) ?? 'other'}` as const;

const whys = ['amended', 'mistaken', 'not-by-its-author', 'recorded-otherwise', 'did-not-happen', 'overtaken', 'refused-at-once'] as const;

const whyKey = (reason: string) => `marked.why.${whys.find((each) => each === reason) ?? 'other'}` as const;
