// What the other scripts share. `runbook.texts` stands above, made from the theme's texts.
Object.assign(runbook, (() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  // A page that stands alone in its file has its scripts inside.
  const site = new URL(script.src ? '..' : '.', script.src || location.href).pathname;
  const page = document.body?.dataset.key ?? '';
  const language = document.documentElement.lang in runbook.texts ? document.documentElement.lang : 'en';

  /** Remembers in this browser; where storage is denied or full, nothing is remembered and nothing breaks. */
  const store = {
    /** @param {string} key @returns {string | null} */
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string | null} value null forgets */
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // The page works without a memory.
      }
    },
    /** @param {string} key @returns {Record<string, any>} */
    getObject(key) {
      try {
        const value = JSON.parse(store.get(key) ?? '{}');
        return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
      } catch {
        return {};
      }
    },
    /** @param {string} key @param {Record<string, any>} value an empty one is forgotten */
    setObject(key, value) {
      store.set(key, Object.keys(value).length ? JSON.stringify(value) : null);
    },
  };

  /** @param {string} key @param {...any} args @returns {string} */
  const text = (key, ...args) =>
    runbook.texts[language][key].replace(/\{(\d)\}/g, (/** @type {string} */ _, /** @type {string} */ index) => String(args[Number(index)]));

  const status = document.createElement('div');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  document.body.append(status);

  return {
    store,
    text,
    language,
    /** The path of the site's root. */
    root: site,
    /** The key of this page: other handbooks may live under the same origin. @param {string} what */
    pageKey: (what) => `runbook:${what}:${site}:${page}`,
    /** What a link inside the page leads to. @param {string} hash @returns {Element | null} */
    target(hash) {
      try {
        return document.getElementById(decodeURIComponent(hash.slice(1)));
      } catch {
        return null; // A stray % in an address that someone typed.
      }
    },
    /** Lets a screen reader say it. @param {string} message */
    announce(message) {
      // Outside of an open dialog all is inert, and nothing that is said there is heard.
      const place = document.querySelector('dialog[open]') ?? document.body;
      if (status.parentElement !== place) place.append(status);
      status.textContent = '';
      setTimeout(() => { status.textContent = message; }, 50);
    },
    /** @param {string} className @param {string} label @returns {HTMLButtonElement} */
    button(className, label) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = className;
      button.textContent = label;
      return button;
    },
  };
})());
