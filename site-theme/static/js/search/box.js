// The search's dialog: a combobox whose list holds the sections that were found. Its engine is another file, which is
// loaded when a reader first searches.
(() => {
  const opener = /** @type {HTMLElement | null} */ (document.querySelector('.search-open[data-engine]'));
  if (!opener || !('showModal' in HTMLDialogElement.prototype)) return;
  const LIMIT = 14;
  const WAIT_MILLIS = 40;
  const engine = new URL(opener.dataset.engine ?? '', document.baseURI);
  const root = new URL('../', engine);

  /** @type {Promise<any> | undefined} */
  let loading;
  /** @type {ReturnType<typeof build> | undefined} */
  let box;
  /** A search that a later one has overtaken shows nothing. */
  let turn = 0;
  let composing = false;
  let timer = 0;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = engine.href;
      script.addEventListener('load', () => {
        runbookSearch.from(new URL('search/', root).href);
        resolve(runbookSearch);
      });
      script.addEventListener('error', () => reject(new Error(`cannot load ${engine.href}`)));
      document.head.append(script);
    });
    loading.catch(() => { loading = undefined; });
    return loading;
  }

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name @param {Record<string, string>} attributes @param {...(Node | string)} content
   * @returns {HTMLElementTagNameMap[K]}
   */
  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function build() {
    const input = element('input', {
      type: 'text', inputmode: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'rb.found', 'aria-autocomplete': 'list',
      'aria-label': runbook.text('search.label'), placeholder: runbook.text('search.label'),
      autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go',
    });
    const close = runbook.button('tool', '');
    close.append(element('span', {class: 'icon icon-close'}));
    close.setAttribute('aria-label', runbook.text('search.close'));
    const note = element('p', {class: 'search-note'});
    const list = element('div', {id: 'rb.found', class: 'found', role: 'listbox', 'aria-label': runbook.text('search.results')});
    const hints = element('p', {class: 'search-hints', 'aria-hidden': 'true'},
      element('span', {}, runbook.text('search.keys')), element('span', {}, runbook.text('search.filters')));
    const field = element('div', {class: 'search-field', role: 'search'}, element('span', {class: 'icon icon-search'}), input, close);
    const dialog = element('dialog', {class: 'search-box', 'aria-label': runbook.text('search.title')}, field, note, list, hints);
    document.body.append(dialog);

    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
    // Escape belongs to the input method while it is at work.
    dialog.addEventListener('cancel', (event) => { if (composing) event.preventDefault(); });
    input.addEventListener('compositionstart', () => { composing = true; });
    input.addEventListener('compositionend', () => { composing = false; later(); });
    input.addEventListener('input', later);
    input.addEventListener('keydown', pressed);
    list.addEventListener('mousemove', (event) => {
      const over = /** @type {Element} */ (event.target).closest('a');
      if (over) select(over, false);
    });
    list.addEventListener('click', remember);
    return {dialog, input, note, list};
  }

  /** @param {string} query */
  function open(query) {
    box ??= build();
    if (!box.dialog.open) box.dialog.showModal();
    if (query) box.input.value = query;
    box.input.focus();
    box.input.select();
    load().catch(failed);
    later();
  }

  function failed() {
    box?.note.replaceChildren(runbook.text('search.failed'));
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT_MILLIS);
  }

  async function search() {
    if (!box) return;
    const mine = ++turn;
    const query = box.input.value;
    if (!query.trim()) {
      show(query, {hits: [], missing: [], suggestion: null, corrected: false});
      return;
    }
    try {
      const results = await (await load()).find(query, {language: runbook.language, limit: LIMIT});
      if (mine === turn) show(query, results);
    } catch {
      if (mine === turn) failed();
    }
  }

  /** @param {string} query @param {Results} results */
  function show(query, {hits, missing, suggestion, corrected}) {
    if (!box) return;
    const {input, note, list} = box;
    note.replaceChildren(...about(query, hits.length, missing, suggestion, corrected));
    const own = hits.filter((hit) => hit.language === runbook.language);
    const other = hits.filter((hit) => hit.language !== runbook.language);
    const groups = [group('', own), group(runbook.text('search.other'), other)];
    list.replaceChildren(...groups.flat());
    list.querySelectorAll('a').forEach((option, index) => { option.id = `rb.found.${index}`; });
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    select(list.querySelector('a'), true);
    if (query.trim() && !composing) {
      runbook.announce(hits.length ? runbook.text('search.count', hits.length) : runbook.text('search.none', query.trim()));
    }
  }

  /**
   * What is to be said of a search beside its results.
   * @param {string} query @param {number} hits @param {string[]} missing @param {string | null} suggestion
   * @param {boolean} corrected @returns {(Node | string)[]}
   */
  function about(query, hits, missing, suggestion, corrected) {
    if (!query.trim()) return [];
    if (corrected && suggestion) return [runbook.text('search.corrected', query.trim(), suggestion)];
    /** @type {(Node | string)[]} */
    const said = [];
    if (!hits) said.push(runbook.text('search.none', query.trim()));
    // A line of a log is full of words that stand nowhere; they say nothing.
    else if (missing.length && missing.length <= 2) said.push(runbook.text('search.missing', missing.join(' ')));
    if (suggestion) {
      const button = runbook.button('suggestion', suggestion);
      button.addEventListener('click', () => open(suggestion));
      said.push(element('span', {}, `${runbook.text('search.suggestion')} `, button));
    }
    return said;
  }

  /** @param {string} label @param {Hit[]} hits @returns {Node[]} */
  function group(label, hits) {
    if (!hits.length) return [];
    if (!label) return hits.map(option);
    const heading = element('div', {class: 'found-group', role: 'presentation'}, label);
    return [element('div', {role: 'group', 'aria-label': label}, heading, ...hits.map(option))];
  }

  /** @param {Hit} hit */
  function option(hit) {
    const title = element('span', {class: 'found-title'}, ...marked(hit.title, hit.titleMarks));
    const heading = element('span', {class: 'found-heading'}, ...marked(hit.heading, hit.headingMarks));
    const head = element('span', {class: 'found-head'}, title);
    if (hit.heading) head.append(heading);
    if (hit.standing) {
      head.append(element('span', {class: `badge badge-${hit.standing}`}, runbook.text(`standing.${hit.standing}`)));
    }
    const made = element('a', {
      class: 'found-section', role: 'option', href: new URL(hit.url, root).href, tabindex: '-1', 'aria-selected': 'false',
    }, head);
    if (hit.snippet) made.append(element('span', {class: 'found-text'}, ...marked(hit.snippet, hit.marks)));
    if (hit.language !== runbook.language) made.lang = hit.language;
    return made;
  }

  /** @param {string} text @param {number[]} marks from, to, from, to … @returns {(Node | string)[]} */
  function marked(text, marks) {
    /** @type {(Node | string)[]} */
    const out = [];
    let at = 0;
    for (let i = 0; i < marks.length; i += 2) {
      out.push(text.slice(at, marks[i]), element('mark', {}, text.slice(marks[i], marks[i + 1])));
      at = marks[i + 1];
    }
    out.push(text.slice(at));
    return out;
  }

  /** @param {Element | null} chosen @param {boolean} scroll */
  function select(chosen, scroll) {
    if (!box) return;
    for (const old of box.list.querySelectorAll('[aria-selected="true"]')) old.setAttribute('aria-selected', 'false');
    if (!chosen) {
      box.input.removeAttribute('aria-activedescendant');
      return;
    }
    chosen.setAttribute('aria-selected', 'true');
    box.input.setAttribute('aria-activedescendant', chosen.id);
    if (scroll) chosen.scrollIntoView({block: 'nearest'});
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    // While an input method composes, all keys are its own; 229 is what it calls them where isComposing comes too late.
    if (event.isComposing || event.keyCode === 229 || !box) return;
    const options = [...box.list.querySelectorAll('a')];
    const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      select(options[(next + options.length) % options.length] ?? null, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (options.length) go(options[Math.max(at, 0)], event);
    }
  }

  /** @param {HTMLAnchorElement} link @param {KeyboardEvent} event */
  function go(link, event) {
    remember();
    // A click, so that Ctrl and Shift mean what they mean on every link.
    const {ctrlKey, metaKey, shiftKey} = event;
    link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey}));
  }

  /** The way back leads to the results. */
  function remember() {
    if (!box) return;
    const here = new URL(location.href);
    here.searchParams.set('q', box.input.value);
    try {
      history.replaceState(history.state, '', here);
    } catch {
      // Some browsers allow it on no page of a disk.
    }
    // A section of this very page: nothing is loaded that would take the dialog away.
    setTimeout(() => box?.dialog.close(), 0);
  }

  for (const button of document.querySelectorAll('.search-open')) button.addEventListener('click', () => open(''));
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.isContentEditable || target.matches('input, textarea, select');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !chord) return;
    event.preventDefault();
    open('');
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) open(asked);
})();
