import { Check, CircleHelp, RotateCcw } from 'lucide-react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords, type Say } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import type { KnownBox, Verdict } from './judge.ts';
import { Nameless, Outside, Stranger } from './stranger.tsx';
import { Wrong } from './wrong.tsx';
import type { Scan } from './loading.ts';

interface LastProps {
  readonly scan: Scan | undefined;
  readonly runs: readonly Schemas['RunOnBoard'][];
  readonly onChoose: (box: KnownBox) => void;
  readonly onName: (scan: Scan, station: string) => void;
}

/** What is to be done with the box in one's hands, legible at arm's length. */
export function LastScan({ scan, runs, onChoose, onName }: LastProps) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  if (!scan) return <div className="verdict none">{t('load.begin')}</div>;
  const { verdict, problem, notices } = scan;
  if (problem && verdict.kind !== 'wrong')
    return <Wrong box={boxIn(verdict)} title={t('load.wrong.server')} sentences={problem.objections?.map(({ message }) => message) ?? [problem.detail]} />;
  switch (verdict.kind) {
    case 'right':
      return (
        <div className="verdict right" role="status" key={scan.number}>
          <Check aria-hidden size={40} />
          <strong>{t('load.right')}</strong>
          <BoxName box={verdict.box} />
        </div>
      );
    case 'again':
      return (
        <div className="verdict again" role="status">
          <RotateCcw aria-hidden size={40} />
          <strong>{t('load.again')}</strong>
          <BoxName box={verdict.box} />
        </div>
      );
    case 'several':
      return <Several boxes={verdict.boxes} onChoose={onChoose} />;
    case 'nameless':
      return <Nameless key={scan.number} onName={(station) => onName(scan, station)} />;
    case 'unknown':
      return (
        <div className="verdict wrong" role="alert">
          <CircleHelp aria-hidden size={40} />
          <strong>{t(`load.unknown.${verdict.why}`)}</strong>
          <span className="small">{t(`load.unknown.${verdict.why}.next`, { code: verdict.code.slice(0, 80) })}</span>
        </div>
      );
    case 'wrong':
      if (verdict.why === 'outside') return <Outside box={verdict.box} problem={problem} />;
      return verdict.why === 'stranger' ? (
        <Stranger box={verdict.box} scan={scan} runs={runs} />
      ) : (
        <Wrong
          box={verdict.box}
          title={t('load.wrong')}
          sentences={[whereOf(verdict, runs, { t, nameOf }), ...(notices ?? []).map(({ message }) => message), ...(problem ? [problem.detail] : [])]}
        />
      );
    default:
      return verdict satisfies never;
  }
}

interface Saying {
  readonly t: Say;
  readonly nameOf: (area: string) => string;
}

/** Whose truck it belongs on, by what this phone knows. */
function whereOf({ why, belongs }: Verdict & { readonly kind: 'wrong' }, runs: LastProps['runs'], { t, nameOf }: Saying): string {
  if (!belongs) return t(`load.wrong.${why === 'not-sealed' ? 'unsealed' : 'no-run'}`);
  const vehicle = runs.find(({ dispatch }) => dispatch === belongs.dispatch)?.vehicle ?? '';
  return t(vehicle === '' ? 'load.wrong.run' : 'load.wrong.truck', { vehicle, destination: nameOf(belongs.destination) });
}

const boxIn = (verdict: Verdict): KnownBox | undefined => ('box' in verdict ? verdict.box : undefined);

function Several({ boxes, onChoose }: { readonly boxes: readonly KnownBox[]; readonly onChoose: (box: KnownBox) => void }) {
  const { t } = useWords();
  return (
    <div className="verdict again" role="status">
      <CircleHelp aria-hidden size={40} />
      <strong>{t('load.several')}</strong>
      <span className="stack tight">
        {boxes.slice(0, 8).map((box) => (
          <button key={box.box} type="button" className="button low" onClick={() => onChoose(box)}>
            <BoxName box={box} />
          </button>
        ))}
      </span>
    </div>
  );
}
