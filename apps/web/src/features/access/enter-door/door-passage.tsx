import { useState } from 'react';
import type { CommandBody } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, SelectField, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Ids = Pick<CommandBody<'access.enter-door'>, 'visit' | 'post' | 'guest'>;

/** A guest who is inside goes through an inner door, comes out of it again, or is kept out, which is evidence as well. */
export function DoorPassage({ of, name, onDone }: { readonly of: Ids; readonly name: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const doors = useAnswer('access.doors', { post: of.post });
  const people = useAnswer('identity.on-duty', { post: of.post });
  const [door, setDoor] = useState<string>();
  const [second, setSecond] = useState<string>();
  const [pin, setPin] = useState('');
  const { tell, busy, problem } = useRecording();
  const chosen = doors.answer?.value.items.find((each) => each.door === door);
  const code = chosen?.code ?? '';
  const done = ({ kind }: { readonly kind: string }): void => (kind === 'refused' ? undefined : onDone());
  const consent = second !== undefined && pin !== '' ? { secondPerson: { user: second, pin } } : {};
  return (
    <Shown of={doors}>
      {({ items }) => (
        <div className="stack">
          <Chips
            label={t('admit.door')}
            choices={items.map((each) => ({ value: each.door, label: `${each.code} ${each.zone}` }))}
            value={door}
            onChoose={setDoor}
          />
          {chosen?.level === 'two-person' && (
            <div className="note stack tight">
              <p>{t('admit.two-person')}</p>
              <SelectField
                label={t('admit.second-person')}
                choices={(people.answer?.value.items ?? []).map((each) => ({ value: each.account, label: each.name ?? each.login }))}
                value={second}
                onChoose={setSecond}
              />
              <TextField
                label={t('admit.pin')}
                type="password"
                inputMode="numeric"
                autoComplete="one-time-code"
                value={pin}
                onChange={({ target }) => setPin(target.value)}
              />
            </div>
          )}
          {problem && <ProblemNote problem={problem} />}
          {door !== undefined && (
            <div className="sheet-actions">
              <Button
                does="acts"
                wide
                disabled={busy}
                onClick={() => void tell('access.enter-door', { ...of, door, ...consent }, t('door.entered', { name, code })).then(done)}
              >
                {t('door.enters', { code })}
              </Button>
              <Button wide disabled={busy} onClick={() => void tell('access.leave-door', { ...of, door }, t('door.left', { name, code })).then(done)}>
                {t('door.leaves', { code })}
              </Button>
              <Button
                does="alarms"
                wide
                disabled={busy}
                onClick={() => void tell('access.enter-door', { ...of, door, passed: false }, t('door.kept-out', { name, code })).then(done)}
              >
                {t('door.keeps-out', { code })}
              </Button>
            </div>
          )}
        </div>
      )}
    </Shown>
  );
}
