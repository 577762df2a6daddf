import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { onTheWay, stops, type Counted, type OnTheWay } from './counted.ts';
import './route-map.css';

/* Units of the drawing: as wide as a phone's screen. */
const width = 400;
const head = 30;
const lineHeight = 18;
const across = stops.map((_, index) => 28 + (index * (width - 56)) / (stops.length - 1));

const heightOf = ({ between }: OnTheWay): number => 60 + between.length * lineHeight;

/** The way from the warehouse to the stations, drawn without a map: one line for each area, and how many boxes are how far. */
export function RouteMap({ counted, label }: { readonly counted: readonly Counted[]; readonly label: string }) {
  const { t } = useWords();
  const ways = onTheWay(counted);
  const tops = ways.map((_, index) => ways.slice(0, index).reduce((sum, way) => sum + heightOf(way), head));
  return (
    <svg className="route-map" viewBox={`0 0 ${width} ${ways.reduce((sum, way) => sum + heightOf(way), head)}`} role="img" aria-label={label}>
      {stops.map((stop, index) => (
        <text key={stop} x={across[index]} y={14} className="stop">
          {t(`stop.short.${stop}`)}
        </text>
      ))}
      {ways.map((way, index) => (
        <Way key={way.area} way={way} y={tops[index] ?? head} />
      ))}
    </svg>
  );
}

function Way({ way: { area, at, between }, y }: { readonly way: OnTheWay; readonly y: number }) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const line = y + 26;
  const unknown = at.unknown ?? 0;
  return (
    <g>
      <line x1={across[0]} x2={across.at(-1)} y1={line} y2={line} />
      {stops.map((stop, index) => {
        const boxes = at[stop] ?? 0;
        return (
          <g key={stop} className={boxes > 0 ? 'has' : 'none'}>
            <circle cx={across[index]} cy={line} r={boxes > 0 ? 7 : 3} />
            {boxes > 0 && (
              <text x={across[index]} y={line - 12} className="boxes">
                {boxes}
              </text>
            )}
          </g>
        );
      })}
      <text x={0} y={line + 22} className="area">
        {nameOf(area)}
        {unknown > 0 && ` · ${t('stop.unknown-count', { boxes: unknown })}`}
      </text>
      {between.map(([passed, next], index) => (
        <text key={`${passed ?? ''} ${next ?? ''}`} x={12} y={line + 22 + (index + 1) * lineHeight} className="area">
          {passed ?? t('stop.warehouse')} → {next ?? t('stop.nobody-knows')}
        </text>
      ))}
    </g>
  );
}
