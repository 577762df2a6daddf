import { CircleCheck } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { figure } from '../../../shared/logistics/names.ts';
import type { AgainstPlan } from './against-plan.ts';

/** The plan, what came in beyond it or less, and what counting again made of that: only what is left to explain is alarming. */
export function PlanLine({ item, of: { planned, surplus, corrected, left, isExplained } }: { readonly item: string; readonly of: AgainstPlan }) {
  const { t, language } = useWords();
  const differing = (quantity: number): string =>
    t(quantity === 0 ? 'equation.as-planned' : quantity < 0 ? 'equation.lacks' : 'equation.is-surplus', { surplus: figure(Math.abs(quantity), language) });
  const correction = `${corrected > 0 ? '+' : ''}${figure(corrected, language)}`;
  return (
    <>
      <p className="small figures">
        {t('equation.surplus', { planned: figure(planned, language) })} <strong className={surplus < 0 && left < 0 ? 'short' : ''}>{differing(surplus)}</strong>
      </p>
      {corrected !== 0 && (
        <Link href={`/stock/${item}/corrected`} className={`note small figures row ${left < 0 ? 'warn' : 'ok'}`}>
          {isExplained && <CircleCheck aria-hidden size={20} />}
          <span className="grow">
            {t(isExplained ? 'equation.explained' : 'equation.corrected', { correction })}{' '}
            <strong className={left < 0 ? 'short' : ''}>{differing(left)}</strong>
          </span>
        </Link>
      )}
    </>
  );
}
