// Values of parameters: typed once, filled into every block, kept in this browser. There is no field for a secret.
(() => {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
    document.querySelectorAll('[data-field]'));
  if (!fields.length) return;
  const key = runbook.pageKey('values');
  const stored = runbook.store.getObject(key);
  /** @type {Map<Element, string>} */
  const originals = new Map();
  for (const place of document.querySelectorAll('.param')) originals.set(place, place.textContent ?? '');

  /** @param {string | undefined} pattern the whole value must match */
  const matcher = (pattern) => {
    try {
      return pattern ? new RegExp(`^(?:${pattern})$`) : null;
    } catch {
      return null; // Not every pattern of the handbook's language is one here: exec checks them all.
    }
  };

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  const fill = (field) => {
    const name = field.dataset.field ?? '';
    const pattern = matcher(field.dataset.pattern);
    const wrong = field.value !== '' && pattern !== null && !pattern.test(field.value);
    complain(field, wrong ? runbook.text('params.invalid', field.dataset.pattern) : '');
    for (const [place, original] of originals) {
      const data = /** @type {HTMLElement} */ (place).dataset;
      if (data.param !== name) continue;
      const quoted = wrong || field.value === '' ? null : runbook.quote(data.quote ?? '', field.value);
      place.textContent = quoted ?? original;
      place.classList.toggle('filled', quoted !== null);
    }
  };

  /** @param {HTMLElement} field @param {string} message */
  const complain = (field, message) => {
    const id = `${field.id}-error`;
    let note = document.getElementById(id);
    if (!note) {
      note = document.createElement('p');
      note.id = id;
      note.className = 'field-error';
      note.setAttribute('role', 'alert');
      field.after(note);
      field.setAttribute('aria-describedby', id);
    }
    if (note.textContent !== message) note.textContent = message;
    field.toggleAttribute('aria-invalid', message !== '');
    if (message) field.setAttribute('aria-invalid', 'true');
  };

  const save = () => {
    /** @type {Record<string, string>} */
    const values = {};
    for (const field of fields) {
      if (field.value !== field.defaultValue) values[field.dataset.field ?? ''] = field.value;
    }
    runbook.store.setObject(key, values);
    reset.hidden = Object.keys(values).length === 0;
  };

  const reset = runbook.button('quiet', runbook.text('params.reset'));
  reset.addEventListener('click', () => {
    for (const field of fields) {
      field.value = field.defaultValue;
      fill(field);
    }
    save();
    fields[0].focus();
  });

  for (const field of fields) {
    field.readOnly = false;
    const value = stored[field.dataset.field ?? ''];
    if (typeof value === 'string') field.value = value;
    field.addEventListener('input', () => {
      fill(field);
      save();
    });
    fill(field);
  }
  save();
  fields[fields.length - 1].closest('.fields')?.after(reset);
})();
