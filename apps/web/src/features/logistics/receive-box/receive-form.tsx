import { useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { SealsFound } from '../../../shared/logistics/seals-found.tsx';
import { SealsUnlike } from '../../../shared/logistics/seals-unlike.tsx';
import { unlike } from '../../../shared/logistics/seals.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

interface FormProps {
  readonly line: Pick<Schemas['ManifestLine'], 'box' | 'contest' | 'seals'> & { readonly station: string };
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
  const differs = unlike(seals, [...found]) !== undefined;
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
      {looked && <SealsUnlike sealed={seals} found={[...found]} />}
      {problem && <ProblemNote problem={problem} />}
      <Button does={looked && differs ? 'alarms' : 'acts'} wide disabled={busy} onClick={() => (differs && !looked ? setLooked(true) : void receive())}>
        {t(looked && differs ? 'receive.act-mismatch' : 'receive.act')}
      </Button>
    </div>
  );
}
