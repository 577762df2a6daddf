import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Empty } from '../../../shared/ui/pages.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

export type Door = Schemas['DoorFound'];

/** The doors of a post: what lies behind them, who may pass, whether they are locked, how full it is. */
export function DoorList({ post, actions }: { readonly post: string; readonly actions?: (door: Door) => ReactNode }) {
  const { t } = useWords();
  const doors = useAnswer('access.doors', { post });
  return (
    <Shown of={doors}>
      {({ items }) => (
        <ul className="stack tight">
          {items.length === 0 && <Empty>{t('doors.none')}</Empty>}
          {items.map((door) => (
            <li key={door.door} className={`card ${door.locked ? 'alarm' : door.inside >= door.capacity ? 'warn' : 'ok'}`}>
              <div className="row apart">
                <div className="grow">
                  <strong>
                    {door.code} · {door.zone}
                  </strong>
                  <span className="small quiet block">
                    {t(`door-level.${door.level}`)} · {t('doors.inside', { inside: door.inside, capacity: door.capacity })}
                  </span>
                  {door.locked && (
                    <span className="badge alarm below">
                      {t('door.locked')}
                      {door.since !== null && (
                        <>
                          {' · '}
                          <Moment when={door.since} />
                        </>
                      )}
                    </span>
                  )}
                </div>
                {actions?.(door)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
