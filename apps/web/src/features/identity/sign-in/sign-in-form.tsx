import { useState, type SubmitEvent } from 'react';
import { whyNot, type Problem } from '../../../shared/api/problem.ts';
import { useWords } from '../../../shared/language/language.ts';
import { signIn } from '../../../shared/session/session.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';

export function SignInForm() {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem | 'unreachable'>();
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(textOf(given, 'login'), textOf(given, 'passphrase'));
    } catch (error) {
      setProblem(whyNot(error));
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField label={t('sign-in.login')} name="login" required autoComplete="username" autoCapitalize="none" spellCheck={false} />
      <TextField label={t('sign-in.passphrase')} name="passphrase" type="password" required autoComplete="current-password" />
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Button does="acts" wide type="submit" disabled={busy}>
        {t('sign-in.act')}
      </Button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
