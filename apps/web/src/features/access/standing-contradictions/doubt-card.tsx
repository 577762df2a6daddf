import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { Explanations } from '../../../shared/contradictions/explanations.tsx';
import type { Key } from '../../../shared/language/keys.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Moment } from '../../../shared/ui/times.tsx';

type Doubt = Schemas['ContradictionAtPost'];

const kinds = [
  'left-before-entering',
  'inside-at-two-posts',
  'two-guests-on-one-badge',
  'entered-through-a-locked-door',
  'recorded-against-an-objection',
] as const satisfies readonly Doubt['what'][];

const objections = [
  'badge-in-use',
  'door-full',
  'door-not-open',
  'door-not-registered',
  'door-of-another-post',
  'exit-before-entry',
  'guest-not-behind-door',
  'guest-not-inside',
  'guest-not-waiting',
  'no-guard-on-duty',
  'second-person-needed',
  'visit-already-reported',
  'visit-at-another-post',
  'visit-of-another-guest',
  'watchlist-hit',
] as const;

/** A newer server may notice something that this app has no word for. */
function kindKey(what: string): Key {
  const kind = kinds.find((each) => each === what);
  return kind === undefined ? 'doubt.other' : `doubt.${kind}`;
}

/** Which objection, in a few words; undefined for what is no code of one. */
function objectionKey(code: string): Key | undefined {
  if (!code.startsWith('access.')) return undefined;
  const known = objections.find((each) => code === `access.${each}`);
  return known === undefined ? 'doubt.objection.other' : `doubt.objection.${known}`;
}

interface CardProps {
  readonly of: Doubt;
  /** The page of a visit, for whoever has one. */
  readonly visitAt: ((visit: string) => string) | undefined;
  /** What can be done about it. */
  readonly act: ReactNode;
}

/** What does not fit of visits and doors, whom it is about, and how people say that it came about. */
export function DoubtCard({ of: { what, about, post, at, noticed, visits, explanations }, visitAt, act }: CardProps) {
  const { t } = useWords();
  const doors = useAnswer('access.doors', { post }).answer?.value.items ?? [];
  const against = about.flatMap((code) => objectionKey(code) ?? []);
  const through = doors.filter(({ door }) => about.includes(door));
  return (
    <li className={`card stack tight ${explanations.length === 0 ? 'alarm' : 'warn'}`}>
      <span className="row apart">
        <span className="grow">
          <strong>{t(kindKey(what))}</strong> {against.map((key) => t(key)).join(', ')}
          <span className="block small">
            {through.map(({ code, zone }) => `${code} ${zone} · `)}
            <Moment when={at} /> · {t('doubt.noticed')} <Moment when={noticed} />
          </span>
        </span>
        {act}
      </span>
      <span className="row">
        {visits.map(({ visit, name }) =>
          visitAt === undefined ? (
            <strong key={visit}>{name ?? t('person.unnamed')}</strong>
          ) : (
            <Link key={visit} href={visitAt(visit)} className="button low">
              {name ?? t('person.unnamed')}
            </Link>
          ),
        )}
      </span>
      <Explanations of={explanations} />
    </li>
  );
}
