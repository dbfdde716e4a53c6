// What a word of the glossary means, beside the word: at a pointer, at the keyboard's focus, at the first touch. The word
// stays a link, so that nothing is lost without a script.
(() => {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('a.term');
  /** @type {{link: HTMLAnchorElement, box: HTMLElement} | null} */
  let shown = null;
  /** @type {number | undefined} */
  let timer;

  const hide = () => {
    clearTimeout(timer);
    if (shown) shown.box.hidden = true;
    shown = null;
  };
  /** @param {HTMLAnchorElement} link */
  const show = (link) => {
    clearTimeout(timer);
    if (shown?.link === link) return;
    hide();
    const box = document.getElementById(link.getAttribute('aria-describedby') ?? '');
    if (!box) return;
    // Outside of tables and lists, whose edges would cut it off.
    document.querySelector('main')?.append(box);
    box.hidden = false;
    shown = {link, box};
    place(link, box);
  };
  /** Below the word, above it where there is more room. @param {HTMLAnchorElement} link @param {HTMLElement} box */
  const place = (link, box) => {
    const word = link.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(12, Math.min(word.left, width - box.offsetWidth - 12));
    const above = innerHeight - word.bottom < box.offsetHeight + 16 && word.top > innerHeight / 2;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${scrollY + (above ? word.top - box.offsetHeight - 6 : word.bottom + 6)}px`;
  };
  const later = (/** @type {() => void} */ what) => {
    clearTimeout(timer);
    timer = setTimeout(what, 200);
  };

  for (const link of links) {
    let touched = false;
    link.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') later(() => show(link));
    });
    link.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') later(hide);
    });
    link.addEventListener('pointerdown', (event) => {
      touched = event.pointerType !== 'mouse' && shown?.link !== link;
    });
    link.addEventListener('focus', () => { if (link.matches(':focus-visible')) show(link); });
    link.addEventListener('blur', hide);
    link.addEventListener('click', (event) => {
      if (touched) {
        event.preventDefault();
        show(link);
      }
    });
    const box = document.getElementById(link.getAttribute('aria-describedby') ?? '');
    // What is shown may be pointed at and selected.
    box?.addEventListener('pointerenter', () => clearTimeout(timer));
    box?.addEventListener('pointerleave', () => later(hide));
  }
  if (!links.length) return;
  addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (shown && !shown.box.contains(target) && !shown.link.contains(target)) hide();
  });
  addEventListener('resize', hide);
})();
