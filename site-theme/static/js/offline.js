// Pages that were opened stay readable without a network: see worker/worker.js. Not for a handbook that is read from a
// disk, nor while it is being written (data-live).
(() => {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  if ('alone' in document.documentElement.dataset) return;
  const home = location.origin + runbook.root;
  const container = navigator.serviceWorker;

  addEventListener('load', async () => {
    if ('live' in document.documentElement.dataset) return;
    try {
      await container.register(`${home}sw.js`);
      const {active} = await container.ready;
      active?.postMessage({keep: [location.href, ...[...document.images].map((image) => image.currentSrc || image.src)]});
    } catch {
      // Private windows and plain http have no workers: the page is read as ever.
    }
  });

  /** That a page is a copy is said: what is true now may differ. */
  container.addEventListener('message', ({data}) => {
    if (data.since === undefined || document.querySelector('.copy-note')) return;
    const date = new Date(data.since);
    const when = Number.isNaN(date.getTime())
      ? '' : date.toLocaleString(runbook.language, {dateStyle: 'medium', timeStyle: 'short'});
    const note = document.createElement('p');
    note.className = 'notice copy-note';
    note.setAttribute('role', 'status');
    note.textContent = runbook.text('offline.copy', when);
    document.querySelector('main')?.prepend(note);
  });

  const list = document.querySelector('.kept');
  if (list) showKept(list);

  /** @param {Element} list */
  async function showKept(list) {
    const wanted = new URL(new URLSearchParams(location.search).get('from') ?? home, home);
    const again = document.querySelector('.again');
    if (again && wanted.href.startsWith(home)) again.setAttribute('href', wanted.href);
    const cache = await caches.open(`runbook:${runbook.root}`);
    for (const request of await cache.keys()) {
      if (!/(\/|\.html)$/.test(request.url) || /offline\.html$/.test(request.url)) continue;
      const page = new DOMParser().parseFromString(await (await cache.match(request))?.text() ?? '', 'text/html');
      if (page.documentElement.lang !== runbook.language) continue;
      const link = document.createElement('a');
      link.href = request.url;
      link.textContent = page.querySelector('h1')?.textContent ?? request.url;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    document.querySelector('.kept-title')?.toggleAttribute('hidden', !list.children.length);
  }
})();
