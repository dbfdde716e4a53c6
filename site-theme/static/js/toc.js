// Marks the section that is being read in the table of contents.
(() => {
  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of document.querySelectorAll('.contents a')) {
    const anchor = /** @type {HTMLAnchorElement} */ (link);
    const heading = runbook.target(anchor.hash);
    if (heading) links.set(heading, anchor);
  }
  if (!links.size || !('IntersectionObserver' in window)) return;
  const headings = [...links.keys()];
  /** @type {HTMLAnchorElement | undefined} */
  let marked;

  const mark = () => {
    // The last heading above the upper third; at the end of the page, the last one.
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const link = links.get(end && scrollY > 0 ? headings[headings.length - 1] : above[above.length - 1]);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    marked = link;
    const box = link?.closest('.contents');
    if (link && box && box.scrollHeight > box.clientHeight) {
      box.scrollTop = link.offsetTop - box.clientHeight / 2;
    }
  };

  // Headings that cross the lines tell when to look again; no work is done for each scrolled pixel.
  for (const margin of ['0px', '0px 0px -66% 0px']) {
    const observer = new IntersectionObserver(mark, {rootMargin: margin});
    headings.forEach((heading) => observer.observe(heading));
  }
  addEventListener('scrollend', mark);
  mark();
})();
