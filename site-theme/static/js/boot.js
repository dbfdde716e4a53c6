'use strict';
// Runs before the page is painted: says that scripts run, and applies the colours that the reader chose.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  /** @type {string | null} */
  let choice = null;
  try {
    choice = localStorage.getItem('runbook:theme');
  } catch {
    // Storage is denied: the system's colours it is.
  }
  /** @param {string} theme auto, light or dark */
  const apply = (theme) => {
    root.dataset.theme = theme;
    const dark = /** @type {HTMLLinkElement | null} */ (document.getElementById('rb.dark'));
    // Never 'all': paper stays white.
    const media = {light: 'not all', dark: 'screen'}[theme] ?? 'screen and (prefers-color-scheme: dark)';
    if (dark) dark.media = media;
    for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) {
      /** @type {HTMLMetaElement} */ (meta).media = media;
    }
  };
  apply(choice === 'light' || choice === 'dark' ? choice : 'auto');
  document.addEventListener('runbook:theme', (event) => apply(/** @type {CustomEvent} */ (event).detail));
})();
