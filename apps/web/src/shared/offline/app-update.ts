import { followQueue, currentQueue } from './queue.ts';

let asked = false;

/** A newer app that waits may begin: nobody has typed anything yet, or the server does not understand this one any more. */
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
  const registration = await serviceWorker.register('/sw.js');
  serviceWorker.addEventListener('controllerchange', () => {
    // Another tab may have asked; whoever types in this one goes on with what is loaded.
    if (asked) location.reload();
  });
  takeOver(registration);
  followQueue(() => {
    if (currentQueue().appTooOld) void update(registration);
  });
}

let updating: Promise<void> | undefined;

/** Fetches the newer app and begins it as soon as it is whole. */
function update(registration: ServiceWorkerRegistration): Promise<void> {
  return (updating ??= (async () => {
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', () => takeOver(registration)));
    await registration.update();
    takeOver(registration);
  })().finally(() => {
    updating = undefined;
  }));
}
