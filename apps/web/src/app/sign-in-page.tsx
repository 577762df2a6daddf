import { useWords } from '../shared/language/language.ts';
import { DemonstrationAccounts } from '../features/identity/sign-in/demonstration-accounts.tsx';
import { SignInForm } from '../features/identity/sign-in/sign-in-form.tsx';
import { LanguageSwitch, ModeSwitch } from './shell/switches.tsx';

export function SignInPage() {
  const { t } = useWords();
  return (
    <main className="page narrow stack">
      <header>
        <h1 className="wordmark">{t('app.name')}</h1>
        <p className="quiet">{t('app.what')}</p>
      </header>
      <DemonstrationAccounts />
      <SignInForm />
      <footer className="stack">
        <LanguageSwitch />
        <ModeSwitch />
      </footer>
    </main>
  );
}
