import type { ReactNode } from 'react';
import type { QueryArguments, Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { figure, happeningKey } from '../../../shared/logistics/names.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';

export type Movement = Schemas['StockMovement'];
export type Term = QueryArguments<'logistics.stock-movements'>['term'];
const most = 200;

interface ListProps {
  readonly warehouse: string;
  readonly item: string;
  readonly term: Term;
  /** Only what is of this lot. */
  readonly lot?: string;
  /** In which zone the lot lies, and what it came with; nothing where nobody said. */
  readonly lotNamed?: (lot: string) => string | undefined;
  readonly actions?: (movement: Movement) => ReactNode;
}

/** The facts behind one term of the equation, the latest first. */
export function MovementList({ warehouse, item, term, lot: only, lotNamed, actions }: ListProps) {
  const { t, language } = useWords();
  const movements = useAnswer('logistics.stock-movements', { warehouse, item, term, ...(only !== undefined && { lot: only }), limit: most });
  return (
    <Shown of={movements}>
      {({ items, next }) => (
        <>
          {items.length === 0 && <Empty>{t('stock.no-movement')}</Empty>}
          <ul className="stack tight">
            {items.map((movement) => {
              const { event, what, lot, quantity, at, known } = movement;
              return (
                <li key={`${event} ${lot} ${movement.draw ?? ''}`} className="card plain">
                  <span className="row apart">
                    <strong>{t(happeningKey(what))}</strong>
                    <strong className="figures">{quantity > 0 ? `+${figure(quantity, language)}` : figure(quantity, language)}</strong>
                  </span>
                  <span className="row apart">
                    <span className="small quiet">
                      <Moment when={at} full /> {lotNamed?.(lot) !== undefined && `· ${lotNamed(lot) ?? ''}`}{' '}
                      <Lateness ms={Date.parse(known) - Date.parse(at)} />
                    </span>
                    {actions?.(movement)}
                  </span>
                </li>
              );
            })}
          </ul>
          {next !== undefined && <p className="quiet small">{t('stock.latest-only', { most })}</p>}
        </>
      )}
    </Shown>
  );
}
