import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Reason = Schemas['LockDoor']['reason'];
const reasons = ['night', 'incident', 'order', 'delivery', 'sorting-day', 'maintenance', 'other'] as const satisfies readonly Reason[];

/** Locks a door, with the reason, or opens it again. */
export function LockButton({ post, door, code, locked }: { readonly post: string; readonly door: string; readonly code: string; readonly locked: boolean }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { tell, busy, problem, forget } = useRecording();
  const close = (): void => {
    setAsking(false);
    forget();
  };
  const lock = async (reason: Reason): Promise<void> => {
    const { kind } = await tell('access.lock-door', { door, post, reason }, t('lock.said', { code }));
    if (kind !== 'refused') close();
  };
  const unlock = async (): Promise<void> => {
    const { kind } = await tell('access.unlock-door', { door, post }, t('unlock.said', { code }));
    if (kind !== 'refused') close();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)} aria-label={t(locked ? 'unlock.which' : 'lock.which', { code })}>
        {t(locked ? 'unlock.act' : 'lock.act')}
      </Button>
      {asking && (
        <Sheet title={t(locked ? 'unlock.which' : 'lock.which', { code })} onClose={close}>
          {problem && <ProblemNote problem={problem} />}
          {locked ? (
            <Button does="acts" wide disabled={busy} onClick={() => void unlock()}>
              {t('unlock.act')}
            </Button>
          ) : (
            <Chips
              label={t('lock.why')}
              choices={reasons.map((value) => ({ value, label: t(`lock.${value}`) }))}
              value={undefined}
              onChoose={(reason) => void lock(reason)}
            />
          )}
          <Button wide onClick={close}>
            {t('nav.cancel')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
