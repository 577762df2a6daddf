import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

/** A new account, without a role yet; its owner sets a passphrase with a one-time code. */
export function OpenAccount({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const { tell, busy, problem } = useRecording();
  const open = async (): Promise<void> => {
    const person = name.trim() === '' ? {} : { person: uuidv7(), name: { value: name.trim() } };
    const { kind } = await tell('identity.open-account', { login: login.trim(), ...person }, t('accounts.opened', { login: login.trim() }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <TextField label={t('sign-in.login')} autoCapitalize="none" value={login} maxLength={40} onChange={({ target }) => setLogin(target.value)} />
      <TextField label={t('report.name')} hint={t('accounts.name.hint')} value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || login.trim() === ''} onClick={() => void open()}>
        {t('accounts.open')}
      </Button>
    </div>
  );
}
