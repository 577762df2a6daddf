import { useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** A device that was lost: what it signs from now on is not believed; the last entry that still is can be named. */
export function RevokeDevice({ account, device }: { readonly account: string; readonly device: string }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [last, setLast] = useState('');
  const { tell, busy, problem } = useRecording();
  const which = device.slice(-8);
  const revoke = async (): Promise<void> => {
    const lastTrustedSeq = /^\d+$/.test(last) ? { lastTrustedSeq: Number(last) } : {};
    const { kind } = await tell('identity.revoke-device', { account, device, ...lastTrustedSeq }, t('devices.is-revoked', { device: which }));
    if (kind !== 'refused') setAsking(false);
  };
  return (
    <>
      <Button low onClick={() => setAsking(true)} aria-label={t('devices.revoke-which', { device: which })}>
        {t('devices.revoke')}
      </Button>
      {asking && (
        <Sheet title={t('devices.revoke-which', { device: which })} onClose={() => setAsking(false)}>
          <p>{t('devices.revoke.what')}</p>
          <TextField
            label={t('devices.last-trusted')}
            hint={t('devices.last-trusted.hint')}
            inputMode="numeric"
            value={last}
            onChange={({ target }) => setLast(target.value)}
          />
          {problem && <ProblemNote problem={problem} />}
          <Button does="alarms" wide disabled={busy} onClick={() => void revoke()}>
            {t('devices.revoke')}
          </Button>
          <Button wide onClick={() => setAsking(false)}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
