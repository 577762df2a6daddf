import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../../shared/api/names.ts';
import { VillageOf } from '../../../shared/areas/village-of.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { contestName } from '../../../shared/logistics/names.ts';
import { Empty } from '../../../shared/ui/pages.tsx';
import './manifest.css';

type Line = Schemas['ManifestLine'];
const states = ['lost', 'not-loaded', 'on-truck', 'received', 'gone-on'] as const satisfies readonly Line['state'][];

interface LinesProps {
  readonly lines: readonly Line[];
  /** What can be done with a box here. */
  readonly act: ((line: Line) => ReactNode) | undefined;
}

/** The boxes of a run by how they stand with it: what is missing stands first. */
export function ManifestLines({ lines, act }: LinesProps) {
  const { t } = useWords();
  if (lines.length === 0) return <Empty>{t('manifest.empty')}</Empty>;
  return states.map((state) => <Group key={state} title={t(`line.${state}`)} lines={lines.filter((line) => line.state === state)} act={act} />);
}

function Group({ title, lines, act }: LinesProps & { readonly title: string }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <details className="manifest-group" open={lines.length <= 60}>
      <summary>
        {title} <span className="quiet figures">{lines.length}</span>
      </summary>
      <ul className="manifest-lines">
        {lines.map((line) => (
          <li key={line.box}>
            <Link href={`~/gudang/box/${line.station ?? ''}/${line.box}`} className={`manifest-line ${line.missing ? 'missing' : ''}`}>
              <strong className="figures">{line.station ?? t('box.no-station')}</strong> {contestName(line.contest, t)}
              <span className="small quiet block">
                <VillageOf station={line.station} after=" · " />
                {line.seals.length > 0 ? t('box.seals', { seals: line.seals.join(', ') }) : t('box.no-seal')}
                {!line.planned && ` · ${t('line.unplanned')}`}
                {line.missing && ` · ${t('line.named-missing')}`}
              </span>
            </Link>
            {act?.(line)}
          </li>
        ))}
      </ul>
    </details>
  );
}
