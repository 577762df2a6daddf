import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { partAt } from '../shared/device/homes.ts';
import { rememberedLanguage, speak } from '../shared/language/language.ts';
import { startOffline } from '../shared/offline/index.ts';
import { askWho, currentSession } from '../shared/session/session.ts';
import { tintBrowser } from '../shared/ui/mode.ts';
import { App } from './app.tsx';
import { FailsVisibly } from './failed.tsx';
import { homeOf } from './home.ts';
import { partNamed } from './parts.ts';

startOffline();
const place = document.getElementById('app');
if (!place) throw new TypeError('There is no place for the app in this page.');
// Words, who is signed in and their part of the app are asked for at once: all are needed before the first screen.
const asked = askWho().catch(() => undefined);
await Promise.all([asked, speak(rememberedLanguage())]);
const session = currentSession();
if (session.state === 'signed-in') await partNamed(partAt(location.pathname, homeOf(session.me)))?.ready();
createRoot(place).render(
  <StrictMode>
    <FailsVisibly>
      <App unreachable={session.state === 'asking'} />
    </FailsVisibly>
  </StrictMode>,
);
tintBrowser();
// Another screen begins at its top (wouter says when one is opened); the way back is the browser's.
addEventListener('pushState', () => scrollTo(0, 0));
