import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { figure, happeningKey, itemName } from '../../../shared/logistics/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import './equation.css';

type Equation = Schemas['EquationFound'];
type Term = Schemas['TermFound'];

/** Item by item: what came in, and where it is. The two are equal, or an alarm says since when they are not. */
export function EquationList({ warehouse }: { readonly warehouse: string }) {
  const { t } = useWords();
  const equations = useAnswer('logistics.stock-equation', { warehouse });
  return (
    <Shown of={equations}>
      {({ items }) => (
        <ul className="equations">
          {items.length === 0 && <Empty>{t('stock.empty')}</Empty>}
          {[...items]
            .sort((one, other) => other.alarms.length - one.alarms.length)
            .map((equation) => (
              <li key={equation.item} className={`card ${equation.difference === 0 && equation.alarms.length === 0 ? 'plain' : 'alarm'}`}>
                <OneItem equation={equation} />
              </li>
            ))}
        </ul>
      )}
    </Shown>
  );
}

const shown = (terms: readonly Term[]): readonly Term[] => terms.filter(({ events, quantity }) => events > 0 || quantity !== 0);

function OneItem({ equation }: { readonly equation: Equation }) {
  const { t, language } = useWords();
  const { item, cameIn, isIn, difference, planned, surplus, alarms } = equation;
  return (
    <>
      <h3>{itemName(item, t)}</h3>
      <p className="equation">
        <Sum item={item} terms={shown(cameIn)} />
        <Sum item={item} terms={shown(isIn)} sign={difference === 0 ? '=' : '≠'} />
      </p>
      {planned !== null && surplus !== null && (
        <p className="small figures">
          {t('equation.surplus', { planned: figure(planned, language) })}{' '}
          <strong className={surplus < 0 ? 'short' : ''}>
            {t(surplus === 0 ? 'equation.as-planned' : surplus < 0 ? 'equation.lacks' : 'equation.is-surplus', {
              surplus: figure(Math.abs(surplus), language),
            })}
          </strong>
        </p>
      )}
      {(difference !== 0 || alarms.length > 0) && (
        <div className="note alarm" role="alert">
          <strong>{t('equation.differs', { difference: figure(difference, language) })}</strong>
          {alarms.map((alarm) => (
            <Alarm key={`${alarm.term} ${alarm.lot} ${alarm.draw ?? ''}`} alarm={alarm} />
          ))}
        </div>
      )}
    </>
  );
}

/** `sign`: what stands before it. */
function Sum({ item, terms, sign }: { readonly item: string; readonly terms: readonly Term[]; readonly sign?: string }) {
  const { t, language } = useWords();
  return terms.map(({ term, quantity }, index) => (
    <span key={term} className="signed">
      {(index > 0 || sign !== undefined) && <span className="sign">{index > 0 ? '+' : sign}</span>}
      <Link href={`/stock/${item}/${term}`} className="term">
        <strong className="figures">{figure(quantity, language)}</strong>
        <small>{t(`term.${term}`)}</small>
      </Link>
    </span>
  ));
}

/** Where more was taken than there was, and the facts it began with. */
function Alarm({ alarm }: { readonly alarm: Schemas['AlarmFound'] }) {
  const { t, language } = useWords();
  return (
    <div>
      <p>
        {t('equation.short', { short: figure(alarm.short, language), term: t(`term.${alarm.term}`) })} <Moment when={alarm.since} />
      </p>
      <ol className="small began">
        {alarm.events.map(({ event, what, at, quantity }) => (
          <li key={event}>
            <Moment when={at} /> {t(happeningKey(what))}{' '}
            <span className="figures">{quantity > 0 ? `+${figure(quantity, language)}` : figure(quantity, language)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
