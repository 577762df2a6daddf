import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { screens, type Screen } from './screens.ts';
import type { Size, World } from './world.ts';

const root = resolve(import.meta.dirname, '../..');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** `npm run screens` wants pictures; a test only looks. */
const pictures = process.env['SAKSI_SCREENS'];

async function faultsOf(page: Page, rules: string): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${rules})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}

const everything = `{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }`;
const colours = `{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }`;

/** Controls that are smaller than a thumb, CSS px; what stands within a sentence is exempt (WCAG 2.5.8). */
const tooSmall = `[...document.querySelectorAll('a, button, select, input, textarea')].filter((each) => {
  if (each.closest('p') || each.matches('.chip input, .seen input')) return false;
  const { width, height } = each.getBoundingClientRect();
  return width > 0 && height > 0 && Math.min(width, height) < 47.5;
}).map((each) => each.outerHTML.slice(0, 120))`;

async function show(page: Page, { path, prepare, ready }: Screen): Promise<void> {
  await page.goto(path);
  await prepare?.(page);
  await page.getByText(ready).first().waitFor();
  await page.waitForLoadState('load');
}

/** Every screen at every size it is made for: axe finds nothing in any mode, and every control is large enough for a thumb. */
export function lookAtScreens(world: () => World): void {
  const each = screens.flatMap((screen) => screen.sizes.map((size) => [screen.name, size, screen] as const));

  describe('every screen', () => {
    it.each(each)('%s on a %s', async (name, size, screen) => {
      const page = await world().enter(screen.role, { size });
      await show(page, screen);
      await picture(page, name, size);
      await unrolled(page);
      await page.evaluate(axe);
      const faults: Record<string, readonly string[]> = { light: await faultsOf(page, everything) };
      for (const mode of ['dark', 'night']) {
        await page.evaluate(`document.documentElement.dataset.mode = '${mode}'`);
        faults[mode] = await faultsOf(page, mode === 'dark' ? everything : colours);
      }
      const small = size === 'phone' ? await page.evaluate<readonly string[]>(tooSmall) : [];
      const sideways = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
      await page.close();
      expect({ faults, small, sideways }).toEqual({ faults: { light: [], dark: [], night: [] }, small: [], sideways: false });
    });
  });
}

/** As long as the whole screen: nothing is hidden behind the bar under the thumb only because it has to be scrolled to. */
async function unrolled(page: Page): Promise<void> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 390, height: Math.min(height, 20_000) });
}

async function picture(page: Page, name: string, size: Size): Promise<void> {
  if (pictures === undefined) return;
  await page.screenshot({ path: join(root, pictures, `${name}.${size}.png`), animations: 'disabled' });
}
