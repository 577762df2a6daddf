/** At most so long, ms: a page that is never quiet has to be kept, too. */
const patience = 5_000;

/** Does what nobody waits for once the page has been loaded and nothing else is to be done. */
export function whenQuiet(work: () => void): void {
  const wait = (): void => {
    // Not every browser can say when it is idle.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: patience });
    else setTimeout(work, patience / 5);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
