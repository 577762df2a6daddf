import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import type { Contradiction } from '../../../shared/logistics/contradictions.ts';
import { figure, happeningKey, itemName } from '../../../shared/logistics/names.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import { againstPlan } from './against-plan.ts';
import { doubtsOf, DoubtsOfItem } from './doubts-of-item.tsx';
import { PlanLine } from './plan-line.tsx';
import './equation.css';

type Equation = Schemas['EquationFound'];
type Term = Schemas['TermFound'];

/** Item by item: what came in, and where it is. The two are equal, or an alarm says since when they are not. */
export function EquationList({ warehouse: { warehouse, village } }: { readonly warehouse: Warehouse }) {
  const { t } = useWords();
  const standing = useAnswer('logistics.standing-contradictions', { area: village, limit: 500 }).answer?.value.items ?? [];
  const lots = useAnswer('logistics.stock', { warehouse, limit: 500 }).answer?.value.items ?? [];
  const lotsOf = (item: string): ReadonlySet<string> => new Set(lots.flatMap((each) => (each.item === item ? [each.lot] : [])));
  const equations = useAnswer('logistics.stock-equation', { warehouse });
  return (
    <Shown of={equations}>
      {({ items }) => (
        <ul className="equations">
          {items.length === 0 && <Empty>{t('stock.empty')}</Empty>}
          {[...items]
            .sort((one, other) => other.alarms.length - one.alarms.length)
            .map((equation) => (
              <li key={equation.item} className={`card stack tight ${isAddedUp(equation) ? 'plain' : 'alarm'}`}>
                <OneItem equation={equation} doubts={doubtsOf(equation.item, lotsOf(equation.item), standing)} />
              </li>
            ))}
        </ul>
      )}
    </Shown>
  );
}

const isAddedUp = ({ difference, alarms }: Equation): boolean => difference === 0 && alarms.length === 0;

const shown = (terms: readonly Term[]): readonly Term[] => terms.filter(({ events, quantity }) => events > 0 || quantity !== 0);

function OneItem({ equation, doubts }: { readonly equation: Equation; readonly doubts: readonly Contradiction[] }) {
  const { t, language } = useWords();
  const { item, cameIn, isIn, difference, alarms } = equation;
  const plan = againstPlan(equation);
  return (
    <>
      <h3>{itemName(item, t)}</h3>
      <p className="equation">
        <Sum item={item} terms={shown(cameIn)} />
        <Sum item={item} terms={shown(isIn)} sign={difference === 0 ? '=' : '≠'} />
      </p>
      {plan && <PlanLine item={item} of={plan} />}
      <DoubtsOfItem doubts={doubts} />
      {!isAddedUp(equation) && (
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
