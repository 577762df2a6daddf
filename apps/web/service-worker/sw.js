/* The app without a network: its own files as they were built together, and nothing of the API. */

/** Put here when the app is built. */
const { version, files } = BUILT;
const own = `saksi-${version}`;
/** What a page keeps for itself: the decoder of codes, on the phones that need one. */
const decoder = 'saksi-decoder';
const elsewhere = /^\/(?:api|health|metrics|tls)(?:\/|$)/;

self.addEventListener('install', (event) => {
  const whole = async () => (await caches.open(own)).addAll(files.map((file) => new Request(file, { cache: 'reload' })));
  event.waitUntil(whole());
});

self.addEventListener('activate', (event) => {
  const alone = async () => {
    const others = (await caches.keys()).filter((name) => name !== own && name !== decoder);
    await Promise.all(others.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(alone());
});

// A newer app waits until a page says that it may begin: never under the hands of someone who is typing.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || elsewhere.test(pathname)) return;
  // Every address of the app is the same page.
  const kept = caches.match(mode === 'navigate' ? '/index.html' : event.request, { cacheName: own });
  const decoding = (found) => found ?? caches.match(event.request, { cacheName: decoder });
  event.respondWith(kept.then(decoding).then((found) => found ?? fetch(event.request)));
});
