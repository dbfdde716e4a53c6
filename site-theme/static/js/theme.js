// The colours: the system's, light or dark; remembered for all handbooks of this origin.
(() => {
  const button = document.querySelector('.theme');
  if (!button) return;
  const choices = ['auto', 'light', 'dark'];
  const show = () => {
    const label = runbook.text('theme', runbook.text(`theme.${document.documentElement.dataset.theme}`));
    button.setAttribute('aria-label', label);
    button.setAttribute('title', label);
  };
  button.addEventListener('click', () => {
    const current = document.documentElement.dataset.theme ?? 'auto';
    const next = choices[(choices.indexOf(current) + 1) % choices.length];
    runbook.store.set('runbook:theme', next === 'auto' ? null : next);
    document.dispatchEvent(new CustomEvent('runbook:theme', {detail: next}));
    show();
    runbook.announce(button.getAttribute('aria-label'));
  });
  show();
})();
