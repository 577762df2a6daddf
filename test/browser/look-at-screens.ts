import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { pictureName, picturesOf, screens, type Pictured, type Screen } from './screens.ts';
import { viewports, type Mode, type Size, type World } from './world.ts';

const root = resolve(import.meta.dirname, '../..');
export const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** `npm run screens` wants pictures; a test only looks. */
const pictures = process.env['SAKSI_SCREENS'];
const modes: readonly Mode[] = ['light', 'dark', 'night'];

const guidelines = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
/** The modes of the app are the same page in other colours: what looks at none of them has said all in the first one. */
const rulesOfColours = `axe.getRules(${guidelines}).filter(({ tags }) => tags.includes('cat.color')).map(({ ruleId }) => ruleId)`;

/** What axe finds in the page, in every mode. */
export async function faultsOf(page: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const mode of modes) {
    await wear(page, mode);
    await before();
    const rules = mode === modes[0] ? guidelines : rulesOfColours;
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${rules}, resultTypes: ['violations'] })`);
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes) faults.push(`${mode}: ${id}: ${target.join(' ')} ${failureSummary ?? ''}`);
  }
  return faults;
}

/** Controls that are smaller than a thumb, CSS px; what stands within a sentence is exempt (WCAG 2.5.8). */
export const tooSmall = `[...document.querySelectorAll('a, button, select, input, textarea')].filter((each) => {
  if (each.closest('p') || each.matches('.chip input, .seen input')) return false;
  const { width, height } = each.getBoundingClientRect();
  return width > 0 && height > 0 && Math.min(width, height) < 47.5;
}).map((each) => each.outerHTML.slice(0, 120))`;

/** Every screen at every size it is made for: axe finds nothing in any mode, and every control is large enough for a thumb. */
export function lookAtScreens(world: () => World): void {
  const each = screens.flatMap((screen) => screen.sizes.map((size) => [screen.name, size, screen] as const));

  describe('every screen', () => {
    const windows = new Map<string, Page>();
    afterAll(() => Promise.all([...windows.values()].map((page) => page.close())));

    /** One window for all that one person sees at one size: the app starts once for all of it. */
    async function show({ role, path, prepare, ready }: Screen, size: Size): Promise<Page> {
      const known = windows.get(`${role} ${size}`);
      const page = known ?? (await world().enter(role, { size }));
      windows.set(`${role} ${size}`, page);
      if (known) await anew(page, path, size);
      else await page.goto(path);
      await prepare?.(page);
      await page.getByText(ready).first().waitFor();
      // A part of it may be there before the rest has been answered.
      await page.getByText('Menunggu jawaban …').first().waitFor({ state: 'hidden' });
      return page;
    }

    it.each(each)('%s on a %s', async (_, size, screen) => {
      const page = await show(screen, size);
      const faults = await lookAt(page, screen, size);
      await screen.afterwards?.(page);
      expect(faults).toEqual(faultless);
    });
  });
}

/** What is wrong with a screen. */
interface Faults {
  readonly seen: readonly string[];
  readonly small: readonly string[];
  readonly sideways: boolean;
}
export const faultless: Faults = { seen: [], small: [], sideways: false };

/** Takes the pictures of a screen as it stands, and says what is wrong with it at this size. */
export async function lookAt(page: Page, screen: Pictured, size: Size): Promise<Faults> {
  await page.setViewportSize(viewports[size]);
  for (const mode of modes) {
    const picture = pictureName(screen.name, size, mode);
    if (!picturesOf(screen).includes(picture)) continue;
    await wear(page, mode);
    await take(page, picture);
  }
  // Once for each document: it is larger than the app.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
  const seen = await faultsOf(page, () => unrolled(page));
  const small = size === 'phone' ? await page.evaluate<readonly string[]>(tooSmall) : [];
  const sideways = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  return { seen, small, sideways };
}

/** By way of another screen: nothing is left of what was chosen on this one before. */
async function anew(page: Page, path: string, size: Size): Promise<void> {
  await wear(page, 'light');
  await page.setViewportSize(viewports[size]);
  await page.evaluate(`history.pushState(null, '', '/settings')`);
  await page.getByRole('button', { name: 'Keluar dari akun' }).waitFor();
  await page.evaluate(`history.pushState(null, '', '${path}')`);
}

const wear = (page: Page, mode: Mode): Promise<void> => page.evaluate(`document.documentElement.dataset.mode = '${mode}'`);

/** As long as the whole screen, which grows with what is still being told: nothing is hidden behind the bar under the thumb only because it has to be scrolled to. */
async function unrolled(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? viewports.phone;
  const needed = Math.min(await page.evaluate<number>('document.documentElement.scrollHeight'), 20_000);
  if (needed <= height) return;
  await page.setViewportSize({ width, height: needed });
  await unrolled(page);
}

async function take(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  // What was scrolled to a moment ago is drawn first.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.screenshot({ path: join(root, pictures, `${name}.png`), animations: 'disabled' });
}
