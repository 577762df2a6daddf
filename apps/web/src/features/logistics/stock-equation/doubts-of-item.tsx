import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import { useWords } from '../../../shared/language/language.ts';
import { kindKey, type Contradiction } from '../../../shared/logistics/contradictions.ts';

/** What does not fit of an item: explained or not, with the way to where that stands. */
export function DoubtsOfItem({ doubts }: { readonly doubts: readonly Contradiction[] }) {
  const { t } = useWords();
  return [...Map.groupBy(doubts, ({ what }) => what)].map(([what, ofKind]) => {
    const open = ofKind.filter(({ explanations }) => explanations.length === 0).length;
    const [Icon, look] = open === 0 ? ([CircleCheck, 'ok'] as const) : ([TriangleAlert, 'alarm'] as const);
    return (
      <Link key={what} href="~/gudang/contradictions" className={`note small row ${look}`}>
        <Icon aria-hidden size={20} />
        <span className="grow">
          {t(kindKey(what))}: <strong>{open === 0 ? t('equation.doubt-explained') : t('equation.doubt-open', { open, doubts: ofKind.length })}</strong>
        </span>
      </Link>
    );
  });
}

/** Which of what does not fit in a warehouse is about an item or one of its lots. */
export const doubtsOf = (item: string, lots: ReadonlySet<string>, standing: readonly Contradiction[]): readonly Contradiction[] =>
  standing.filter(({ about }) => about.includes(item) || about.some((each) => lots.has(each)));
