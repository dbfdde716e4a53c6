// What is wider than the screen scrolls in a box of its own, and the keyboard reaches that box; what fits is no stop on
// the way.
(() => {
  const boxes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('pre[tabindex], .scroll')]);
  const reach = () => {
    // What is folded away is measured when it is unfolded: asking for its size would lay it out alone, box by box.
    const shown = boxes.filter((box) => !box.closest('details:not([open])'));
    const scrolls = shown.map((box) => box.scrollWidth > box.clientWidth);
    shown.forEach((box, index) => { box.tabIndex = scrolls[index] ? 0 : -1; });
  };
  addEventListener('resize', reach);
  addEventListener('toggle', reach, true);
  reach();
})();
