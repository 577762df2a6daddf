import { lazy, Suspense, useState } from 'react';
import { request } from '../../../shared/api/http.ts';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Sheet } from '../../../shared/ui/sheet.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

const QrCode = lazy(async () => ({ default: (await import('../../../shared/ui/qr-code.tsx')).QrCode }));

type Code = Schemas['CodeAnswer'];

interface CodeProps {
  readonly account: string;
  readonly login: string;
  /** To enrol a phone, or to set a new passphrase. */
  readonly purpose: 'enrolment' | 'reset';
}

/** A one-time code, to be read out or scanned; shown once. */
export function OneTimeCode({ account, login, purpose }: CodeProps) {
  const { t } = useWords();
  const [code, setCode] = useState<Code>();
  const { tell, busy, problem } = useRecording();
  const issue = async (): Promise<void> => {
    const recorded = await tell(`identity.issue-${purpose}-code`, { account }, t(`code.${purpose}.issued`, { login }));
    if (recorded.kind !== 'recorded') return;
    const { body } = await request('/api/identity/collect-code', { method: 'POST', body: { account, code: recorded.id } });
    setCode(body as Code);
  };
  return (
    <>
      <Button low disabled={busy} onClick={() => void issue()} aria-label={t(`code.${purpose}.for`, { login })}>
        {t(`code.${purpose}`)}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      {code && (
        <Sheet title={t(`code.${purpose}.for`, { login })} onClose={() => setCode(undefined)}>
          <p>{t(`code.${purpose}.how`)}</p>
          {purpose === 'enrolment' && (
            <Suspense fallback={null}>
              <QrCode text={`${location.origin}/phone#${code.text}`} label={t('code.qr')} />
            </Suspense>
          )}
          <p className="count" translate="no">
            {code.text}
          </p>
          <p className="quiet">
            {t('code.until')} <Moment when={code.until} />
          </p>
          <Button wide does="acts" onClick={() => setCode(undefined)}>
            {t('nav.close')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
