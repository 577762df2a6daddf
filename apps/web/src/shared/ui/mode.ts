import { remembered, rememberOnDevice } from '../device/remembered.ts';

export const modes = ['auto', 'light', 'dark', 'night'] as const;
export type Mode = (typeof modes)[number];

/** What somebody chose for this device. Nothing here needs a library: it is applied before the app has been loaded. */
export interface Preferences {
  readonly mode: Mode;
  readonly utc: boolean;
}

const chosen = 'saksi.preferences';
const usual: Preferences = { mode: 'auto', utc: false };
const listeners = new Set<() => void>();
let preferences: Preferences = read();

function read(): Preferences {
  try {
    const found = JSON.parse(remembered(chosen) ?? '{}') as Partial<Preferences>;
    return { mode: modes.find((mode) => mode === found.mode) ?? usual.mode, utc: found.utc === true };
  } catch {
    return usual;
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Before anything is drawn, so that no light flashes in the dark. */
export function applyMode(): void {
  const { mode } = preferences;
  document.documentElement.dataset['mode'] = mode === 'auto' ? (dark.matches ? 'dark' : 'light') : mode;
}
dark.addEventListener('change', () => {
  applyMode();
  tintBrowser();
});

/** What the browser draws around the page is as dark as the page. */
export function tintBrowser(): void {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--card').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
}

export function prefer(changed: Partial<Preferences>): void {
  preferences = { ...preferences, ...changed };
  rememberOnDevice(chosen, JSON.stringify(preferences));
  applyMode();
  tintBrowser();
  for (const told of listeners) told();
}

export const followPreferences = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

export const currentPreferences = (): Preferences => preferences;
