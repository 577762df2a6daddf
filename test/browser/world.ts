import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { temporaryFolder } from '../support/server/folder.ts';
import { Demo } from '../e2e/demo-process.ts';
import { chromiumPath } from './chromium.js';

export type Size = 'phone' | 'desktop';
export type Mode = 'light' | 'dark' | 'night';
export const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

/** How long to wait for what should appear, ms. */
const patience = Number(process.env['SAKSI_TEST_PATIENCE'] ?? 20_000);

/** How much later each answer comes, ms: a tap that only works when the answer was there already is found by it. */
const latency = Number(process.env['SAKSI_TEST_LATENCY'] ?? 0);

/** The demonstration, served, and one browser: for all specs of the suite. */
export interface World {
  readonly url: string;
  readonly browser: Browser;
  /** Somebody signed in, in a browser profile of their own. `page` is blank until it goes somewhere. */
  enter(role: string, options?: { readonly size?: Size; readonly mode?: Mode; readonly language?: 'id' | 'en' }): Promise<Page>;
  /** What any page complained of: errors, refused requests to other origins, scripts that the policy stopped. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('There is no Chromium here: apt-get install chromium-headless-shell');
  const temporary = temporaryFolder();
  const data = join(temporary.folder, 'data');
  // Recording the night takes a while: whoever works on the screens names a folder in which it was recorded before.
  const recorded = process.env['SAKSI_TEST_DEMONSTRATION'];
  if (recorded !== undefined) cpSync(recorded, data, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  const [demo, browser] = await Promise.all([
    Demo.start({ arguments: ['--districts', 'Muara Jaya, Ulu Ogan'], settings: { SAKSI_DATA: data, SAKSI_REQUESTS_PER_MINUTE: '100000' } }),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  const url = await demo.url();
  const complaints: string[] = [];
  const contexts = new Map<string, Promise<BrowserContext>>();

  const contextOf = async (role: string, size: Size, mode: Mode, language: 'id' | 'en'): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: viewports[size],
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      baseURL: url,
      hasTouch: size === 'phone',
    });
    context.setDefaultTimeout(patience);
    await context.addInitScript(
      `localStorage.setItem('saksi.preferences', ${JSON.stringify(JSON.stringify({ mode }))}); localStorage.setItem('saksi.language', '${language}');`,
    );
    if (role !== '') await context.request.post('/api/demonstration/sign-in', { data: { login: role } });
    return context;
  };

  return {
    url,
    browser,
    complaints,
    enter: async (role, { size = 'phone', mode = 'light', language = 'id' } = {}) => {
      const key = [role, size, mode, language].join(' ');
      const context = contexts.get(key) ?? contextOf(role, size, mode, language);
      contexts.set(key, context);
      const page = await (await context).newPage();
      if (latency > 0) await slow(page);
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) complaints.push(`${page.url()} asks ${request.url()}`);
      });
      return page;
    },
    close: async () => {
      await browser.close();
      await demo.stop();
      temporary.remove();
    },
  };
}

async function slow(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    await sleep(latency);
    // A page that has gone wants no answer.
    await route.continue().catch(() => undefined);
  });
}
