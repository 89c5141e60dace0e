/**
 * The scanner without network: its page and assets come from the cache, everything else from the server.
 *
 * The build fills in which files these are, and a name for this set of them.
 */
const CACHE = `suyuan-scan-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(PRECACHED))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const outdated = (name) => name.startsWith("suyuan-scan-") && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === "/scan") {
    // The page may have changed: the cache only stands in for a server that does not answer.
    event.respondWith(fetch(event.request).catch(() => caches.match("/scan")));
  } else if (PRECACHED.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((found) => found ?? fetch(event.request)));
  }
});
