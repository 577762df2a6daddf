import { existsSync } from 'node:fs';

/** Where a Chromium is on this machine; undefined: the browser's specs cannot run. Debian: `apt-get install chromium`. */
export const chromiumPath = () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
