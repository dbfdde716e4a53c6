/* Added by `runbook serve`: reloads the page when its source changes and shows what is wrong with it. */
(function () {
  'use strict';

  // Nothing is kept of a page that is being written.
  document.documentElement.dataset.live = '';

  /** The shown page's path from the site's root, as the server names it. */
  const path = decodeURIComponent(location.pathname).slice(1).replace(/(^|\/)$/, '$1index.html');

  /** @type {string | null} */
  let server = null;

  /** Shows the diagnostics of this page, or takes them away where there are none. */
  async function showDiagnostics() {
    const response = await fetch('/_live/diagnostics?page=' + encodeURIComponent(path));
    const html = response.ok ? await response.text() : '';
    const old = document.getElementById('live-diagnostics');
    if (html === '') {
      if (old) old.remove();
      return;
    }
    const panel = old || document.createElement('aside');
    panel.id = 'live-diagnostics';
    panel.setAttribute('role', 'alert');
    panel.innerHTML = html;
    const close = panel.querySelector('button');
    if (close) close.addEventListener('click', () => panel.remove());
    if (!old) document.body.append(panel);
  }

  const events = new EventSource('/_live/events');
  events.addEventListener('hello', (event) => {
    if (server !== null && server !== event.data) location.reload();
    server = event.data;
  });
  events.addEventListener('changed', (event) => {
    const pages = JSON.parse(event.data);
    if (pages === null || pages.includes(path)) location.reload();
  });
  events.addEventListener('broken', (event) => {
    if (JSON.parse(event.data).includes(path)) showDiagnostics();
  });
  addEventListener('pagehide', () => events.close());
  showDiagnostics();
})();
