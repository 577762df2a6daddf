import { useState } from 'react';
import { Link } from 'wouter';
import { useWords } from '../shared/language/language.ts';
import { signOut, useMe } from '../shared/session/session.ts';
import { Button } from '../shared/ui/button.tsx';
import { Ticks } from '../shared/ui/field.tsx';
import { prefer, usePreferences } from '../shared/ui/preferences.ts';
import { ProblemNote } from '../shared/ui/problem-note.tsx';
import { LanguageSwitch, ModeSwitch } from './shell/switches.tsx';

export function SettingsPage() {
  const { t } = useWords();
  const me = useMe();
  const { utc } = usePreferences();
  const [failed, setFailed] = useState(false);
  return (
    <div className="stack narrow">
      <p>
        {t('settings.signed-in-as')} <strong>{me.login}</strong>
        <br />
        <span className="quiet">{me.roles.map(({ role }) => t(`role.${role}`)).join(', ')}</span>
      </p>
      <LanguageSwitch />
      <ModeSwitch />
      <Ticks
        label={t('settings.times')}
        choices={[{ value: 'utc', label: t('settings.utc') }]}
        values={new Set(utc ? ['utc' as const] : [])}
        onChoose={(chosen) => prefer({ utc: chosen.has('utc') })}
      />
      <nav className="stack tight" aria-label={t('settings.more')}>
        <Link href="~/phone" className="button wide">
          {t('entries.title')}
        </Link>
        <Link href="~/trust" className="button wide">
          {t('trust.title')}
        </Link>
      </nav>
      {failed && <ProblemNote problem="unreachable" />}
      <Button wide onClick={() => void signOut().catch(() => setFailed(true))}>
        {t('settings.sign-out')}
      </Button>
    </div>
  );
}
