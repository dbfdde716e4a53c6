// The copy button of each code block. What is copied can be pasted: no prompts, no output, the values filled in.
(() => {
  /** @param {Element} code @param {boolean} keepNewline */
  const textOf = (code, keepNewline) => {
    const copy = /** @type {Element} */ (code.cloneNode(true));
    for (const prompt of copy.querySelectorAll('.prompt')) prompt.remove();
    // A private character marks where output was, so that only lines that were nothing but output go.
    for (const output of copy.querySelectorAll('.output')) output.replaceWith('\uE000');
    const text = (copy.textContent ?? '').replace(/^\uE000+(\n|$)/gm, '').replaceAll('\uE000', '');
    return keepNewline ? text : text.replace(/\n+$/, '');
  };

  /** @param {string} text */
  const write = async (text) => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Denied: the old way may still work.
      }
    }
    // There is no clipboard interface on a plain http address of a local network.
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  };

  for (const block of document.querySelectorAll('.code')) {
    const code = block.querySelector('code');
    // A step's is at the end of its head.
    const place = block.closest('.step')?.querySelector('.step-end') ?? block;
    const button = /** @type {HTMLButtonElement | null} */ (place.querySelector('.copy'));
    if (!code || !button) continue;
    // The last newline would carry out the last command as it is pasted; a file and a patch need theirs.
    const whole = block.matches('.code-file, .code-patch');
    const label = button.textContent;
    /** @type {number | undefined} */
    let timer;
    button.addEventListener('click', async () => {
      const done = await write(textOf(code, whole));
      button.focus();
      const message = runbook.text(done ? 'copied' : 'copy-failed');
      button.classList.toggle('copied', done);
      button.textContent = message;
      runbook.announce(message);
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.classList.remove('copied');
        button.textContent = label;
      }, 2000);
    });
  }
})();
