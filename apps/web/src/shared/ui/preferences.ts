import { useSyncExternalStore } from 'react';
import { currentPreferences, followPreferences, type Preferences } from './mode.ts';

export { modes, prefer, type Mode } from './mode.ts';

export const usePreferences = (): Preferences => useSyncExternalStore(followPreferences, currentPreferences);
