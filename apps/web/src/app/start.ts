import '../shared/ui/base.css';
import '../shared/ui/parts.css';
import './shell/shell.css';
import { askFirst } from '../shared/api/first-question.ts';
import { aboutThisApp } from '../shared/api/protocol.ts';
import { remembered } from '../shared/device/remembered.ts';
import { catalogueOf, rememberedLanguage } from '../shared/language/chosen.ts';
import { applyMode } from '../shared/ui/mode.ts';
import { homes, partAt } from '../shared/device/homes.ts';

/*
 * The first thing that runs, and the only thing that the first paint waits for: it is small, and asks at once for all that
 * the first screen needs. One after the other, each would wait for the one before.
 */
applyMode();
const language = rememberedLanguage();
askFirst('/api/identity/me', aboutThisApp(language));
void import('./main.tsx');
void catalogueOf(language);
if (partAt(location.pathname, remembered(homes)) === 'post') void import('./guard/routes.tsx');
