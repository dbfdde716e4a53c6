// The part of a section's text that shows why it was found. See Snippet.java, which is the same.
Object.assign(runbookSearch, (() => {
  const BEFORE = 30;
  const LENGTH = 160;
  const SHOWN = ['ERROR', 'OUTPUT', 'TEXT', 'CODE'];

  /** What is marked. @param {Wanted[]} wanted @returns {string[]} */
  const words = (wanted) => wanted.flatMap((unit) => [unit.text, ...unit.others.map((other) => other.text)]);

  /** @param {string} text @param {number} at */
  const isLow = (text, at) => /[\uDC00-\uDFFF]/.test(text[at]);

  /** @param {Field[]} fields @param {Wanted[]} wanted @returns {{text: string, marks: number[]}} */
  function snippet(fields, wanted) {
    const all = words(wanted);
    /** @type {Field | null} */
    let best = null;
    let most = -1;
    for (const field of fields) {
      if (!SHOWN.includes(field.kind) || field.source === '') continue;
      const has = all.filter((word) => field.text.includes(word)).length;
      const opening = has === 0 && best !== null && best.kind !== 'TEXT' && field.kind === 'TEXT' && most === 0;
      if (has > most || opening) {
        best = field;
        most = has;
      }
    }
    return best ? cut(best, all) : {text: '', marks: []};
  }

  /** @param {Field} field @param {string[]} all */
  function cut(field, all) {
    const {source, text} = field;
    /** @type {Normal} */
    const normal = runbookSearch.normal(source);
    const first = all.map((word) => text.indexOf(word)).find((at) => at >= 0) ?? -1;
    const found = first < 0 ? 0 : normal.starts[first];
    const start = boundary(source, Math.max(0, found - BEFORE), found);
    let end = Math.min(source.length, start + LENGTH);
    if (end < source.length && isLow(source, end)) end--;
    return {text: source.slice(start, end).replaceAll('\n', ' '), marks: marks(source.length, {text, normal}, all, start, end)};
  }

  /** @param {string} source @param {number} start @param {number} found */
  function boundary(source, start, found) {
    if (start === 0) return 0;
    for (let i = start; i < found; i++) if (source[i - 1] === '\n' || source[i - 1] === '。') return i;
    for (let i = start; i < found; i++) if (source[i - 1] === ' ') return i;
    return isLow(source, start) ? start + 1 : start;
  }

  /**
   * Places of words between two others, as from, to, from, to …, counted from the first.
   * @param {number} length @param {{text: string, normal: Normal}} field @param {string[]} all
   * @param {number} start @param {number} end @returns {number[]}
   */
  function marks(length, field, all, start, end) {
    const marked = new Uint8Array(Math.min(length, end) - start);
    for (const word of all) {
      for (let at = field.text.indexOf(word); at >= 0; at = field.text.indexOf(word, at + word.length)) {
        const from = Math.max(field.normal.starts[at], start);
        const to = Math.min(field.normal.ends[at + word.length - 1], end);
        if (to > from) marked.fill(1, from - start, to - start);
      }
    }
    /** @type {number[]} */
    const out = [];
    for (let i = 0; i < marked.length; i++) {
      if (marked[i] && !marked[i - 1]) out.push(i);
      if (marked[i] && !marked[i + 1]) out.push(i + 1);
    }
    return out;
  }

  return {
    snippet,
    /** Where a short text is marked. @param {string} text @param {Wanted[]} wanted @returns {number[]} */
    marks(text, wanted) {
      const normal = runbookSearch.normal(text);
      return marks(text.length, {text: normal.text, normal}, words(wanted), 0, text.length);
    },
  };
})());
