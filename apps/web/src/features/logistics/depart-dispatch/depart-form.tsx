import { useRef, useState } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useQueue } from '../../../shared/offline/index.ts';
import { accountOf } from '../../../shared/people/account-of.ts';
import { SecondSignature } from '../../../shared/people/second-signature.tsx';
import { useMe } from '../../../shared/session/session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';
import { LookedAt, looks, type Look } from './looked-at.tsx';
import { MissingBoxes, missingOf } from './missing-boxes.tsx';

interface FormProps {
  readonly run: Schemas['Manifest'];
  readonly onDone: () => void;
}

/** Two people let a truck go: each looks at the same four things, and each signs in their own name. */
export function DepartForm({ run, onDone }: FormProps) {
  const { t } = useWords();
  const me = useMe();
  const [seen, setSeen] = useState<ReadonlySet<Look>>(new Set());
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const [second, setSecond] = useState({ login: '', pin: '' });
  const signs = useRef<HTMLInputElement>(null);
  const { tell, busy, problem } = useRecording();
  // What was loaded without a network is brought first; the truck goes now.
  const loadsWait = useQueue().open.some(({ name, state }) => name === 'logistics.load-box' && state === 'waiting');
  const missing = missingOf(run);
  const whole = seen.size === looks.length && missing.every(({ box }) => named.has(box)) && second.login.trim() !== '' && /^\d{4,12}$/.test(second.pin);

  const look = (next: ReadonlySet<Look>): void => {
    setSeen(next);
    if (next.size === looks.length) signs.current?.focus();
  };
  const depart = async (): Promise<void> => {
    const { dispatch, destination, vehicle } = run;
    const secondPerson = { user: accountOf(second.login), pin: second.pin };
    const body = { dispatch, destination, missing: missing.map(({ box }) => box), secondPerson };
    const { kind } = await tell('logistics.depart-dispatch', body, t('depart.said', { vehicle: vehicle ?? '', destination }), { testified: loadsWait });
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
      <LookedAt run={run} seen={seen} onSee={look} />
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
