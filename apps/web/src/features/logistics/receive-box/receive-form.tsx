import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { SealsFound } from './seals-found.tsx';

interface FormProps {
  readonly line: Schemas['ManifestLine'] & { readonly station: string };
  readonly dispatch: string;
  readonly village: string;
  readonly found: ReadonlySet<string>;
  readonly onFound: (found: ReadonlySet<string>) => void;
  readonly onDone: () => void;
}

/** One box comes off the truck: whatever its seals are like, it is received, and what does not fit is said at once. */
export function ReceiveForm({ line, dispatch, village, found, onFound, onDone }: FormProps) {
  const { t } = useWords();
  const { tell, busy, problem } = useRecording();
  const [looked, setLooked] = useState(false);
  const { box, station, seals } = line;
  const lacking = seals.filter((seal) => !found.has(seal));
  const strange = [...found].filter((seal) => !seals.includes(seal));
  const differs = lacking.length > 0 || strange.length > 0;
  const receive = async (): Promise<void> => {
    const said = t(differs ? 'receive.said-mismatch' : 'receive.said', { station });
    const { kind } = await tell('logistics.receive-box', { box, station, dispatch, village, seals: [...found] }, said);
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="card stack">
      <strong>
        <BoxName box={line} />
      </strong>
      <SealsFound sealed={seals} found={found} onFound={onFound} />
      {looked && differs && (
        <div className="note alarm" role="alert">
          <strong>{t('receive.mismatch')}</strong>
          {lacking.length > 0 && <p className="figures">{t('receive.lacking', { seals: lacking.join(', ') })}</p>}
          {strange.length > 0 && <p className="figures">{t('receive.strange', { seals: strange.join(', ') })}</p>}
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
      <Button does={looked && differs ? 'alarms' : 'acts'} wide disabled={busy} onClick={() => (differs && !looked ? setLooked(true) : void receive())}>
        {t(looked && differs ? 'receive.act-mismatch' : 'receive.act')}
      </Button>
    </div>
  );
}
