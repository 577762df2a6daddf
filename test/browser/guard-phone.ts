import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** Looked up in what the phone keeps: a screen that is just being drawn anew says nothing of it. Text, because it runs in the page. */
const nothingWaits = `new Promise((found) => {
  const opening = indexedDB.open('saksi');
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => found(false);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('entries').objectStore('entries').index('by-state').count('waiting');
    counting.onsuccess = () => {
      opening.result.close();
      found(counting.result === 0);
    };
  };
})`;

/** A guard at a phone, at the doors of their post. */
export class GuardPhone {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** And the app is there from then on also without a network, unless the browser `keepsNothing`. */
  async signIn(url: string, login: string, passphrase: string, { keepsNothing = false } = {}): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.#signIn(login, passphrase);
    if (keepsNothing) return;
    // Text, because it runs in the page: what the specs are compiled with knows no browser.
    await this.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  }

  async #signIn(login: string, passphrase: string): Promise<void> {
    await this.page.getByLabel('Nama akun').fill(login);
    await this.page.getByLabel('Kata sandi').fill(passphrase);
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** A browser that was killed may have lost the cookie that it had just been given: then the person signs in again. */
  async signInIfAsked(login: string, passphrase: string): Promise<void> {
    const { page } = this;
    await page.locator('.dot.live').or(page.getByLabel('Nama akun')).first().waitFor();
    if (await page.getByLabel('Nama akun').isVisible()) await this.#signIn(login, passphrase);
  }

  /** With the code of a squad leader, as its QR code opens the page. `whenAsked`: what to say of a phone that is enrolled already. */
  async enrol(url: string, code: string, whenAsked?: RegExp): Promise<void> {
    await this.page.goto(`${url}/phone#${code}`, { waitUntil: 'domcontentloaded' });
    if (whenAsked) await this.page.getByRole('radio', { name: whenAsked }).click();
    await this.page.getByRole('button', { name: 'Daftarkan ponsel ini' }).click();
    await this.page.getByText('Ponsel ini terdaftar').waitFor();
  }

  async toDoors(url: string, post: string): Promise<void> {
    await this.page.goto(`${url}/post/${post}/doors`, { waitUntil: 'domcontentloaded' });
    await this.page
      .getByRole('button', { name: /^(Kunci|Buka kunci) / })
      .first()
      .waitFor();
  }

  /** Locks a door that is unlocked, or unlocks one that is locked. */
  async turn(code: string): Promise<void> {
    const { page } = this;
    const button = page.getByRole('button', { name: new RegExp(`^(Kunci|Buka kunci) ${code}$`) });
    const locks = (await button.getAttribute('aria-label'))?.startsWith('Kunci');
    await button.click();
    const sheet = page.getByRole('dialog');
    if (locks) await sheet.getByRole('radio', { name: 'malam' }).click();
    else await sheet.getByRole('button', { name: 'Buka kunci', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
  }

  /** Without a network: resolves when what was recorded is kept, and said to wait. Only then can one see it go. */
  async somethingWaits(): Promise<void> {
    await this.page
      .getByText(/menunggu/)
      .first()
      .waitFor();
  }

  /** Resolves when nothing waits on this phone any more. */
  async everythingSent(): Promise<void> {
    for (let looks = 0; looks < 450 && !(await this.#keepsNothingBack()); looks++) await sleep(100);
    await this.page.getByText(/menunggu jaringan/).waitFor({ state: 'hidden' });
  }

  /** False while the page is being replaced, too. */
  async #keepsNothingBack(): Promise<boolean> {
    return this.page.evaluate<boolean>(nothingWaits).catch(() => false);
  }

  /** Resolves when so many entries are said to wait for the network. */
  async saysWaiting(entries: number): Promise<void> {
    await this.page.getByText(new RegExp(`(^| )${entries} catatan tersimpan di ponsel ini`)).waitFor();
  }

  /** Resolves when so many entries are said to need a person. */
  async needsDecisions(entries: number): Promise<void> {
    await this.page.getByText(new RegExp(`(^| )${entries} catatan perlu keputusan`)).waitFor({ timeout: 45_000 });
  }

  /** Opens what is to be decided on first; resolves to its sheet. */
  async decide(url: string): Promise<Locator> {
    await this.page.goto(`${url}/phone`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('button', { name: 'Perlu keputusan' }).first().click();
    return this.page.getByRole('dialog');
  }

  /** Resolves when nothing waits, and nothing needs a person. */
  async everythingDone(): Promise<void> {
    await this.page.getByText(/\d+ catatan (tersimpan di ponsel ini|perlu keputusan)/).waitFor({ state: 'hidden', timeout: 45_000 });
  }

  /** How the phone says that the last things it recorded stand, the latest first. */
  async states(url: string): Promise<readonly string[]> {
    await this.page.goto(`${url}/phone`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('listitem').first().waitFor();
    return this.page.getByRole('listitem').locator('.badge').allTextContents();
  }
}
