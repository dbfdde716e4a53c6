// The drawers of narrow screens are popovers: they open, and close on Escape, without a script. This moves the focus
// along, and keeps the place when the language is switched.
(() => {
  const drawers = 'popover' in HTMLElement.prototype ? document.querySelectorAll('[popover]') : [];
  for (const drawer of drawers) {
    drawer.addEventListener('toggle', (event) => {
      if (/** @type {any} */ (event).newState === 'open') {
        const first = drawer.querySelector('[aria-current="page"]') ?? drawer.querySelector('a');
        /** @type {HTMLElement | null} */ (first)?.focus();
      }
    });
    drawer.addEventListener('keydown', (event) => goRound(/** @type {KeyboardEvent} */ (event), drawer));
    drawer.addEventListener('click', (event) => {
      if (/** @type {Element} */ (event.target).closest('a')) hide(drawer);
    });
  }

  /** @param {Element} drawer */
  function isOpen(drawer) {
    return drawer.matches(':popover-open');
  }

  /** @param {Element} drawer */
  function hide(drawer) {
    if (isOpen(drawer)) /** @type {HTMLElement} */ (drawer).hidePopover();
  }

  /** Tab goes round inside an open drawer. @param {KeyboardEvent} event @param {Element} drawer */
  function goRound(event, drawer) {
    if (event.key !== 'Tab' || !isOpen(drawer)) return;
    const stops = /** @type {NodeListOf<HTMLElement>} */ (drawer.querySelectorAll('a, button'));
    const [from, to] = event.shiftKey ? [0, stops.length - 1] : [stops.length - 1, 0];
    if (document.activeElement === stops[from]) {
      event.preventDefault();
      stops[to].focus();
    }
  }

  // On a wide screen the drawers stand in the page: one that was open must not stay on top of it.
  for (const [width, id] of [['56.25rem', 'rb.navigation'], ['75rem', 'rb.contents']]) {
    matchMedia(`(min-width: ${width})`).addEventListener('change', () => {
      for (const drawer of drawers) if (drawer.id === id) hide(drawer);
    });
  }

  // The place of the current page in a long navigation.
  const navigation = document.getElementById('rb.navigation');
  const current = navigation?.querySelector('[aria-current="page"]');
  if (navigation && current) {
    const box = navigation.getBoundingClientRect();
    const place = current.getBoundingClientRect();
    if (place.bottom > box.bottom) navigation.scrollTop = place.top - box.top - box.height / 3;
  }

  /** What the reader looks at: the target of the address while it is in sight, else the section. */
  function place() {
    const target = runbook.target(location.hash);
    const box = target?.getBoundingClientRect();
    if (target && box && box.bottom > 0 && box.top < innerHeight) return location.hash;
    const section = document.querySelector('.contents a[aria-current="true"]');
    return section ? section.getAttribute('href') ?? '' : '';
  }
  for (const link of document.querySelectorAll('.languages a')) {
    const address = link.getAttribute('href') ?? '';
    // Also for a middle click or a copied link: the address is right before it is used.
    for (const type of ['pointerdown', 'focus', 'click']) {
      link.addEventListener(type, () => link.setAttribute('href', address + place()));
    }
  }
})();
