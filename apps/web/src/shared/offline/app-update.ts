import { followQueue, currentQueue } from './queue.ts';

let asked = false;

/** A newer app that waits begins: nobody has typed anything yet, or the server does not understand this one any more. */
function takeOver({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) return;
  asked = true;
  waiting.postMessage('take-over');
}

/**
 * Lets the app start without a network, and brings newer ones. What waits on the phone is not theirs: it lies in the
 * database and stays.
 */
export async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('/sw.js').catch(() => undefined);
  // A browser that keeps nothing takes no worker: the app then comes from the server each time.
  if (!registration) return;
  serviceWorker.addEventListener('controllerchange', () => {
    // Another tab may have asked; whoever types in this one goes on with what is loaded.
    if (asked) location.reload();
  });
  takeOver(registration);
  replaceWhenTooOld(registration);
}

/** Fetches the newer app as soon as the server does not understand this one, and begins it as soon as it is whole. */
function replaceWhenTooOld(registration: ServiceWorkerRegistration): void {
  const begin = (): void => {
    if (currentQueue().appTooOld) takeOver(registration);
  };
  // It may be on its way already: a browser looks for a newer one by itself.
  const watch = (): void => registration.installing?.addEventListener('statechange', begin);
  registration.addEventListener('updatefound', watch);
  watch();
  const look = (): void => {
    if (!currentQueue().appTooOld) return;
    begin();
    void update(registration);
  };
  followQueue(look);
  look();
}

let updating: Promise<void> | undefined;

/** One at a time; without a network it is tried again when something else is. */
function update(registration: ServiceWorkerRegistration): Promise<void> {
  return (updating ??= registration
    .update()
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => {
      updating = undefined;
    }));
}
