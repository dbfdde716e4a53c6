// Ticks of steps and manual steps, remembered in this browser with their time: an old tick must not pass for tonight's.
(() => {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[data-task]'));
  if (!boxes.length) return;
  const key = runbook.pageKey('ticks');
  /** @type {Record<string, number>} milliseconds since 1970 by id */
  const ticks = runbook.store.getObject(key);
  const progress = document.querySelector('.progress');
  const bar = document.createElement('progress');
  const count = document.createElement('span');
  const since = document.createElement('span');
  const reset = runbook.button('quiet', runbook.text('tasks.reset'));

  const show = () => {
    const done = [...boxes].filter((box) => box.checked);
    bar.max = boxes.length;
    bar.value = done.length;
    count.textContent = runbook.text('tasks.progress', done.length, boxes.length);
    const last = Math.max(0, ...done.map((box) => ticks[box.dataset.task ?? ''] || 0));
    since.textContent = last ? runbook.text('tasks.since', time(last)) : '';
    reset.disabled = done.length === 0;
  };

  /** @param {number} millis */
  const time = (millis) =>
    new Date(millis).toLocaleString(runbook.language, {dateStyle: 'medium', timeStyle: 'short'});

  const save = () => {
    for (const box of boxes) {
      const id = box.dataset.task ?? '';
      if (!box.checked) delete ticks[id];
      else if (typeof ticks[id] !== 'number') ticks[id] = Date.now();
    }
    runbook.store.setObject(key, ticks);
    show();
  };

  for (const box of boxes) {
    // Also against a browser that restores forms by itself.
    box.checked = typeof ticks[box.dataset.task ?? ''] === 'number';
    box.addEventListener('change', save);
  }
  reset.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    save();
    // A button that is off cannot keep the focus.
    boxes[0].focus({preventScroll: true});
  });
  if (progress) {
    bar.setAttribute('aria-hidden', 'true');
    since.className = 'since';
    progress.append(bar, count, reset, since);
  }
  show();
})();
