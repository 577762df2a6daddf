import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import type { Warehouse } from '../../../shared/logistics/warehouses.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Lateness, Moment } from '../../../shared/ui/times.tsx';
import './zones.css';

type Condition = Schemas['ConditionFound'];
type Zone = Warehouse['zones'][number];

interface ListProps {
  readonly warehouse: Warehouse;
  /** Somebody wants to see a photograph, which the digest names. */
  readonly onPhoto: (zone: Zone, photo: string) => void;
  readonly actions?: (zone: Zone) => ReactNode;
}

/** Each zone as it was found last, and what was found before. */
export function ZoneList({ warehouse: { warehouse, zones }, onPhoto, actions }: ListProps) {
  const { t } = useWords();
  const log = useAnswer('logistics.condition-log', { warehouse, limit: 200 });
  return (
    <Shown of={log}>
      {({ items }) => (
        <ul className="zones">
          {zones.length === 0 && <Empty>{t('zones.none')}</Empty>}
          {zones.map((zone) => {
            const [last, ...before] = items.filter((each) => each.zone === zone.zone);
            return (
              <li key={zone.zone} className={`card ${last === undefined ? 'plain' : last.found.length > 0 ? 'warn' : 'ok'}`}>
                <div className="row apart">
                  <h3 className="grow">
                    {zone.code} · {zone.name}
                  </h3>
                  {actions?.(zone)}
                </div>
                {last === undefined ? <p className="quiet">{t('zones.never')}</p> : <Look condition={last} onPhoto={(photo) => onPhoto(zone, photo)} />}
                {before.length > 0 && (
                  <details className="manifest-group">
                    <summary>{t('zones.before', { checks: before.length })}</summary>
                    <ul className="stack tight">
                      {before.map((condition) => (
                        <li key={condition.event}>
                          <Look condition={condition} onPhoto={(photo) => onPhoto(zone, photo)} />
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Shown>
  );
}

/** What somebody found when they looked. */
function Look({ condition, onPhoto }: { readonly condition: Condition; readonly onPhoto: (photo: string) => void }) {
  const { found, humidity, photos, photosKept, note, at, lateMs, contradicts } = condition;
  const { t } = useWords();
  return (
    <div>
      <strong>{found.length === 0 ? t('zones.all-well') : found.map((hazard) => t(`hazard.${hazard}`)).join(', ')}</strong>
      {humidity !== null && <span className="figures"> · {t('zones.humidity', { humidity })}</span>}
      {note !== null && <p>{note}</p>}
      {photos.length > 0 && (
        <div className="row">
          {photos.map((photo, index) =>
            photosKept.includes(photo) ? (
              <Button key={photo} low onClick={() => onPhoto(photo)}>
                {t('zones.photo', { number: index + 1 })}
              </Button>
            ) : (
              <span key={photo} className="small quiet">
                {t('zones.photo-missing', { number: index + 1 })}
              </span>
            ),
          )}
        </div>
      )}
      <span className="small quiet block">
        <Moment when={at} full /> <Lateness ms={lateMs} />
        {contradicts.length > 0 && <span className="badge alarm">{t('contradiction.short')}</span>}
      </span>
    </div>
  );
}
