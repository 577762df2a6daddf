import { speak, useWords, type Language } from '../../shared/language/language.ts';
import { Chips } from '../../shared/ui/field.tsx';
import { modes, prefer, usePreferences, type Mode } from '../../shared/ui/preferences.ts';

const tongues: readonly { value: Language; label: string }[] = [
  // Each language is called as its speakers call it, in every language.
  { value: 'id', label: 'Bahasa Indonesia' },
  { value: 'en', label: 'English' },
];

export function LanguageSwitch() {
  const { t, language } = useWords();
  return <Chips label={t('settings.language')} choices={tongues} value={language} onChoose={(chosen) => void speak(chosen)} />;
}

export function ModeSwitch() {
  const { t } = useWords();
  const { mode } = usePreferences();
  const choices = modes.map((value: Mode) => ({ value, label: t(`settings.mode.${value}`) }));
  return <Chips label={t('settings.mode')} choices={choices} value={mode} onChoose={(chosen) => prefer({ mode: chosen })} />;
}
