// The service worker: what was opened once stays readable when the network, or the server that the handbook is on, is
// gone. `files` stands above: what every page needs, by address from here, with its version.
(() => {
  const worker = /** @type {any} */ (self);
  const root = new URL('./', worker.location.href);
  const shelf = `runbook:${root.pathname}`;
  /** Longer than this nobody waits for a page that is here already. Milliseconds. */
  const patience = 3000;
  /** Since when the copy that a window shows is here, by the window. @type {Map<string, string>} */
  const copies = new Map();

  worker.addEventListener('install', (/** @type {any} */ event) => {
    event.waitUntil(fill().then(() => worker.skipWaiting()));
  });
  worker.addEventListener('activate', (/** @type {any} */ event) => {
    event.waitUntil(sweep().then(() => worker.clients.claim()));
  });
  worker.addEventListener('message', (/** @type {any} */ event) => {
    if (event.data.keep) event.waitUntil(keepAll(event.data.keep));
    const since = copies.get(event.source?.id);
    if (since !== undefined) event.source.postMessage({since});
  });
  worker.addEventListener('fetch', (/** @type {any} */ event) => {
    const {method, url, headers} = event.request;
    // Parts of a film are no whole files.
    if (method !== 'GET' || !url.startsWith(root.href) || headers.has('range')) return;
    event.respondWith(new URL(url).search.startsWith('?v=') ? versioned(event.request) : fresh(event));
  });

  async function fill() {
    const cache = await caches.open(shelf);
    await cache.addAll(files.map((file) => new Request(file, {cache: 'reload'})));
  }

  /** Files of the theme as it was before. Pages stay: a page that was opened is to be there. */
  async function sweep() {
    const now = new Set(files.map((file) => new URL(file, root).href));
    const cache = await caches.open(shelf);
    for (const request of await cache.keys()) {
      if (new URL(request.url).search.startsWith('?v=') && !now.has(request.url)) await cache.delete(request);
    }
  }

  /** Pages that were open before the worker was there. @param {string[]} addresses */
  async function keepAll(addresses) {
    const cache = await caches.open(shelf);
    for (const address of addresses) {
      const name = nameOf(address);
      if (!name.startsWith(root.href) || (await cache.match(name))) continue;
      const response = await fetch(name).catch(() => null);
      if (response?.ok) await cache.put(name, response);
    }
  }

  /** A file whose address changes with it is never old. @param {Request} request */
  async function versioned(request) {
    const cache = await caches.open(shelf);
    const here = await cache.match(request);
    if (here) return here;
    try {
      const response = await fetch(request);
      if (response.ok) await cache.put(request, response.clone());
      return response;
    } catch {
      // An old page is better with a newer style than with none.
      return (await cache.match(request, {ignoreSearch: true})) ?? Response.error();
    }
  }

  /** From the network while it answers, else what is here. @param {any} event */
  async function fresh(event) {
    const cache = await caches.open(shelf);
    const name = nameOf(event.request.url);
    const here = await cache.match(name);
    const loading = fetch(event.request).then(async (response) => {
      if (response.ok && response.type === 'basic') await cache.put(name, response.clone());
      // The server that is down may well be the one with the handbook.
      if (response.status >= 500 && here) throw new Error(String(response.status));
      return response;
    });
    event.waitUntil(loading.catch(() => null));
    try {
      if (!here) return await loading;
      const late = new Promise((_, fail) => { setTimeout(fail, patience, new Error('late')); });
      return await Promise.race([loading, late]);
    } catch {
      if (here) {
        if (event.resultingClientId) copies.set(event.resultingClientId, here.headers.get('date') ?? '');
        return plain(here);
      }
      return event.request.mode === 'navigate' ? offline(cache, event.request.url) : Response.error();
    }
  }

  /** The page that says what is here. @param {Cache} cache @param {string} address */
  async function offline(cache, address) {
    const [folder] = address.slice(root.href.length).split('/');
    for (const page of [`${folder}/offline.html`, 'offline.html']) {
      if (await cache.match(new URL(page, root).href)) {
        return Response.redirect(new URL(`${page}?from=${encodeURIComponent(address)}`, root).href);
      }
    }
    return Response.error();
  }

  /** What a page is kept as, however it was asked for. @param {string} address */
  function nameOf(address) {
    const url = new URL(address);
    return url.origin + url.pathname.replace(/\/index\.html$/, '/');
  }

  /** A browser refuses an answer to a navigation that was led elsewhere on its way. @param {Response} response */
  function plain(response) {
    return response.redirected ? new Response(response.body, {status: response.status, headers: response.headers}) : response;
  }
})();
