/*
 * Small choices that this device remembers. A browser that keeps nothing for this address refuses even to be asked: then
 * every choice holds as long as the page.
 */

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberOnDevice(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It holds as long as the page.
  }
}
