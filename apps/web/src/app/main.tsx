import '../shared/ui/base.css';
import '../shared/ui/parts.css';
import './shell/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberedLanguage, speak } from '../shared/language/language.ts';
import { startOffline } from '../shared/offline/index.ts';
import { askWho, currentSession } from '../shared/session/session.ts';
import { applyMode } from '../shared/ui/preferences.ts';
import { App } from './app.tsx';

applyMode();
startOffline();
const place = document.getElementById('app');
if (!place) throw new TypeError('There is no place for the app in this page.');
// Words and who is signed in are asked for at once: both are needed before the first screen.
const asked = askWho().catch(() => undefined);
await speak(rememberedLanguage());
await asked;
createRoot(place).render(
  <StrictMode>
    <App unreachable={currentSession().state === 'asking'} />
  </StrictMode>,
);
