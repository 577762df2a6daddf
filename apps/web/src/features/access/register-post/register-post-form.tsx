import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useWords } from '../../../shared/language/language.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

export function RegisterPost({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [village, setVillage] = useState('');
  const { tell, busy, problem } = useRecording();
  const register = async (): Promise<void> => {
    const { kind } = await tell(
      'access.register-post',
      { post: uuidv7(), village: village.trim(), name: name.trim() },
      t('posts.registered', { name: name.trim() }),
    );
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <TextField label={t('posts.name')} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      <TextField
        label={t('posts.village')}
        hint={t('posts.village.hint')}
        inputMode="numeric"
        value={village}
        maxLength={10}
        onChange={({ target }) => setVillage(target.value)}
      />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || name.trim() === '' || village.trim() === ''} onClick={() => void register()}>
        {t('posts.register')}
      </Button>
    </div>
  );
}
