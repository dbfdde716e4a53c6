// What is wider than the screen scrolls in a box of its own, and the keyboard reaches that box; what fits is no stop on
// the way. A table is wrapped: one that scrolls by itself is no table any more to a screen reader.
(() => {
  for (const table of document.querySelectorAll('.text table')) {
    const box = document.createElement('div');
    box.className = 'scroll';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', runbook.text('table'));
    table.replaceWith(box);
    box.append(table);
  }
  const boxes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pre[tabindex], .scroll'));
  const reach = () => {
    const scrolls = [...boxes].map((box) => box.scrollWidth > box.clientWidth);
    boxes.forEach((box, index) => { box.tabIndex = scrolls[index] ? 0 : -1; });
  };
  addEventListener('resize', reach);
  addEventListener('toggle', reach, true);
  reach();
})();
