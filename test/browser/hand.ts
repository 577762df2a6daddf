import type { Locator, Page } from 'playwright-core';

/** One person's hand on one screen: it counts what it costs them. */
export class Hand {
  taps = 0;
  keys = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A tap on what is called so, as assistive technology finds it too. */
  async tap(what: Locator): Promise<void> {
    this.taps++;
    await what.click();
  }

  /** Letters into what has the focus, once something has that takes letters: a page that is still coming has no field. */
  async type(letters: string): Promise<void> {
    this.keys += letters.length;
    await this.page.locator('input:focus, textarea:focus').waitFor();
    await this.page.keyboard.type(letters);
  }

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });
  link = (name: string | RegExp): Locator => this.page.getByRole('link', { name });
  radio = (name: string | RegExp): Locator => this.page.getByRole('radio', { name });
  tick = (name: string | RegExp): Locator => this.page.getByRole('checkbox', { name });
  /** A part of the app, in the bar under the thumb. */
  part = (name: string): Locator => this.page.getByRole('navigation').getByRole('link', { name, exact: true });
  text = (text: string | RegExp): Locator => this.page.getByText(text);

  /** What it has cost so far, and then counts anew. */
  spent(): { readonly taps: number; readonly keys: number } {
    const { taps, keys } = this;
    this.taps = 0;
    this.keys = 0;
    return { taps, keys };
  }
}
