import { existsSync } from 'node:fs';

/*
 * First the one without windows, menus and a new tab page, which draws pages with the same code and takes half the processor
 * time. Not by its name in /usr/bin: that is a shell that stays before it, and would be killed in its place. docs/adr/0092
 */
const programs = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is on this machine; undefined: the browser's specs cannot run. Debian: `apt-get install chromium-headless-shell`, or `chromium`. */
export const chromiumPath = () => programs.find((path) => existsSync(path));
