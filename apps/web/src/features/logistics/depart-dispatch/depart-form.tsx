import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Schemas } from '../../../shared/api/names.ts';
import { useAreas } from '../../../shared/areas/area-names.tsx';
import { useWords } from '../../../shared/language/language.ts';
import { useQueue } from '../../../shared/offline/index.ts';
import { accountOf } from '../../../shared/people/account-of.ts';
import { SecondSignature } from '../../../shared/people/second-signature.tsx';
import { useMe } from '../../../shared/session/session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { AtTruck } from './at-truck.tsx';
import { isWhole, nothingFound, told, type Found } from './found.ts';
import { MissingBoxes, missingOf } from './missing-boxes.tsx';

interface FormProps {
  readonly run: Schemas['Manifest'];
  readonly onDone: () => void;
}

/** Two people let a truck go: each looks at its seals, its plate, who drives and who goes along, and each signs in their own name. */
export function DepartForm({ run, onDone }: FormProps) {
  const { t } = useWords();
  const { nameOf } = useAreas();
  const me = useMe();
  const [found, setFound] = useState<Found>(nothingFound);
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const [second, setSecond] = useState({ login: '', pin: '' });
  const signs = useRef<HTMLInputElement>(null);
  const { tell, busy, problem } = useRecording();
  // What was loaded without a network is brought first; the truck goes now.
  const loadsWait = useQueue().open.some(({ name, state }) => name === 'logistics.load-box' && state === 'waiting');
  const missing = missingOf(run);
  const whole = isWhole(found) && missing.every(({ box }) => named.has(box)) && second.login.trim() !== '' && /^\d{4,12}$/.test(second.pin);

  const look = (next: Found): void => {
    setFound(next);
    // Nothing is left to be typed: the phone goes to the second person.
    const isLastTap = next.seen !== found.seen && Object.values(next.seen).every(({ as }) => as === 'planned');
    if (isLastTap && isWhole(next)) signs.current?.focus();
  };
  const depart = async (): Promise<void> => {
    const { dispatch, destination, vehicle } = run;
    const secondPerson = { user: accountOf(second.login), pin: second.pin };
    const body = { dispatch, destination, missing: missing.map(({ box }) => box), ...told(found, run, uuidv7()), secondPerson };
    const said = t('depart.said', { vehicle: body.vehicle?.value ?? vehicle ?? '', destination: nameOf(destination) });
    const { kind } = await tell('logistics.depart-dispatch', body, said, { testified: loadsWait });
    if (kind !== 'refused') onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && !busy) void depart();
      }}
    >
      <MissingBoxes lines={missing} named={named} onName={setNamed} />
      <AtTruck run={run} found={found} onFind={look} />
      <p>{t('signature.first', { login: me.login })}</p>
      <SecondSignature person={second} onChange={setSecond} first={signs} />
      {problem && <ProblemNote problem={problem} />}
      {loadsWait && <p className="note warn small">{t('depart.loads-wait')}</p>}
      <div className="thumb stack tight">
        {!whole && <p className="small quiet">{t('depart.needs')}</p>}
        <Button does="acts" wide type="submit" disabled={busy || !whole}>
          {t('depart.act')}
        </Button>
      </div>
    </form>
  );
}
