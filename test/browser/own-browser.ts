import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BrowserPipe } from './browser-pipe.ts';
import { chromiumPath } from './chromium.js';

/** How long to wait for what should appear, ms. */
const patience = Number(process.env['SAKSI_TEST_PATIENCE'] ?? 20_000);

/** A browser with a profile on the disk, as a process of its own: it can be killed, and started again where it was. */
export class OwnBrowser {
  readonly context: BrowserContext;
  readonly #browser: Browser;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, browser: Browser, context: BrowserContext) {
    this.#process = child;
    this.#browser = browser;
    this.context = context;
  }

  static async start(profile: string, { arguments: more = [] }: { readonly arguments?: readonly string[] } = {}): Promise<OwnBrowser> {
    const program = chromiumPath();
    if (program === undefined) throw new Error('There is no Chromium here: apt-get install chromium-headless-shell');
    const own = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--lang=id'];
    const child = spawn(program, [...own, ...more, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const browser = await chromium.connectOverCDP(new BrowserPipe(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no profile.');
    context.setDefaultTimeout(patience);
    return new OwnBrowser(child, browser, context);
  }

  /** Another profile in this browser, of which nothing is left when it is closed: as a private window. */
  async another(): Promise<BrowserContext> {
    const context = await this.#browser.newContext();
    context.setDefaultTimeout(patience);
    return context;
  }

  page(): Promise<Page> {
    return this.context.newPage();
  }

  /** SIGKILL, as an empty battery: no chance to write anything. */
  async kill(): Promise<void> {
    const ended = this.#process.exitCode === null && this.#process.signalCode === null ? once(this.#process, 'exit') : Promise.resolve();
    this.#process.kill('SIGKILL');
    await ended;
    await this.#browser.close();
  }
}
