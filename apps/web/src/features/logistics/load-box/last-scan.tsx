import { Check, CircleHelp, OctagonX, RotateCcw } from 'lucide-react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import type { KnownBox, Verdict } from './judge.ts';
import type { Scan } from './loading.ts';

interface LastProps {
  readonly scan: Scan | undefined;
  readonly runs: readonly Schemas['RunOnBoard'][];
  readonly onChoose: (box: KnownBox) => void;
}

/** What is to be done with the box in one's hands, legible at arm's length. */
export function LastScan({ scan, runs, onChoose }: LastProps) {
  const { t } = useWords();
  if (!scan) return <div className="verdict none">{t('load.begin')}</div>;
  const { verdict, problem, notices } = scan;
  if (problem)
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
    case 'unknown':
      return (
        <div className="verdict wrong" role="alert">
          <CircleHelp aria-hidden size={40} />
          <strong>{t('load.unknown')}</strong>
          <span className="small">{t('load.unknown.next', { code: verdict.code.slice(0, 80) })}</span>
        </div>
      );
    case 'wrong': {
      const run = runs.find(({ dispatch }) => dispatch === verdict.belongs?.dispatch);
      const where = verdict.belongs
        ? t(run?.vehicle ? 'load.wrong.truck' : 'load.wrong.run', { vehicle: run?.vehicle ?? '', destination: verdict.belongs.destination })
        : t(`load.wrong.${verdict.why === 'not-sealed' ? 'unsealed' : 'no-run'}`);
      return <Wrong box={verdict.box} title={t('load.wrong')} sentences={[where, ...(notices ?? []).map(({ message }) => message)]} />;
    }
    default:
      return verdict satisfies never;
  }
}

const boxIn = (verdict: Verdict): KnownBox | undefined => ('box' in verdict ? verdict.box : undefined);

function Wrong({ box, title, sentences }: { readonly box: KnownBox | undefined; readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <div className="verdict wrong" role="alert">
      <OctagonX aria-hidden size={40} />
      <strong>{title}</strong>
      {box && <BoxName box={box} />}
      <span>{sentences.join(' ')}</span>
    </div>
  );
}

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
