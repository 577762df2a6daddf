import type { ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Moment } from '../../../shared/ui/times.tsx';

export type Device = Schemas['DeviceFound'];

const standing = ({ revoked, replacedBy }: Device) => (revoked === null ? 'devices.trusted' : replacedBy === null ? 'devices.revoked' : 'devices.replaced');

/** The devices of an account, also those that are not believed any more. */
export function DeviceList({ account, actions }: { readonly account: string; readonly actions?: (device: Device) => ReactNode }) {
  const { t } = useWords();
  const devices = useAnswer('identity.devices', { account });
  return (
    <Shown of={devices}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet small">{t('devices.none')}</p>
        ) : (
          <ul className="stack tight">
            {items.map((device) => (
              <li key={device.device} className="row apart">
                <span className="grow">
                  <code>{device.device.slice(-8)}</code>{' '}
                  <span className={`badge ${device.revoked === null ? 'ok' : device.replacedBy === null ? 'alarm' : ''}`}>{t(standing(device))}</span>
                  <span className="small quiet block">
                    {t('devices.enrolled')} <Moment when={device.enrolled} />
                    {device.revoked !== null && (
                      <>
                        {' · '}
                        {t(standing(device))} <Moment when={device.revoked} />
                      </>
                    )}
                    {device.replaces !== null && ` · ${t('devices.replaces', { device: device.replaces.slice(-8) })}`}
                    {device.replacedBy !== null && ` · ${t('devices.replaced-by', { device: device.replacedBy.slice(-8) })}`}
                  </span>
                </span>
                {device.revoked === null && actions?.(device)}
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
