// What a reader asks for. See Query.java and Unit.java, which are the same.
/**
 * @typedef {object} Unit a word of a query
 * @property {string} raw as it was typed
 * @property {string} text as it is looked for in texts
 * @property {{term: string, weight: number}[]} terms as they are in the index
 * @property {boolean} prefix whether it is still being typed
 *
 * @typedef {object} Query
 * @property {Unit[]} units the words that are looked for in texts
 * @property {Unit[]} joined words that stand in a text without spaces and of which the units are the parts
 * @property {string} whole all words as they would stand in a text
 * @property {string[][]} filters each a choice of terms, of which a page must have one
 */
Object.assign(runbookSearch, (() => {
  const search = runbookSearch;
  const PARTICLES = 'ノヲニハガデトモヘヤ';
  const WEIGHTS = {WHOLE: 10, PART: 4, GRAM: 6};
  /** @type {Record<string, string[]>} */
  const STANDINGS = {verified: ['passed'], stale: ['stale', 'too-old']};

  /** @param {string} raw @param {boolean} prefix @returns {Unit | null} */
  function unit(raw, prefix) {
    /** @type {Normal} */
    const normal = search.normal(raw);
    const {text} = normal;
    let start = 0;
    let end = text.length;
    /** @param {string} c */
    const begins = (c) => search.isLetter(c) || (search.isJoiner(c) && c !== ':' && c !== '=');
    while (start < end && !begins(text[start])) start++;
    while (end > start && !search.isLetter(text[end - 1])) end--;
    if (start === end) return null;
    /** @type {Map<string, {term: string, weight: number}>} */
    const terms = new Map();
    search.terms(normal, (/** @type {string} */ term, /** @type {'WHOLE' | 'PART' | 'GRAM'} */ kind) => {
      if (!terms.has(term)) terms.set(term, {term, weight: WEIGHTS[kind]});
    });
    return terms.size ? {raw, text: text.slice(start, end), terms: [...terms.values()], prefix} : null;
  }

  /** @param {string} raw @param {boolean} prefix @returns {Unit[]} */
  function parts(raw, prefix) {
    /** @type {Normal} */
    const normal = search.normal(raw);
    const {text, scripts, starts, ends} = normal;
    /** @param {number} at */
    const isParticle = (at) => scripts[at] === search.HIRAGANA && PARTICLES.includes(text[at])
      && scripts[at - 1] !== search.HIRAGANA && at + 1 < text.length && scripts[at + 1] !== search.HIRAGANA
      && search.isLetter(text[at - 1]) && search.isLetter(text[at + 1]);
    /** @param {number} at */
    const changes = (at) => (search.isJapanese(text[at - 1]) && search.isWord(text[at]))
      || (search.isWord(text[at - 1]) && search.isJapanese(text[at]));
    /** @type {Unit[]} */
    const found = [];
    let start = 0;
    for (let i = 1; i <= text.length; i++) {
      const end = i === text.length;
      const particle = !end && isParticle(i);
      if (end || particle || changes(i)) {
        const part = unit(raw.slice(starts[start], ends[i - 1]), prefix && end);
        if (part) found.push(part);
        start = particle ? i + 1 : i;
        i = particle ? i + 1 : i;
      }
    }
    return found;
  }

  /** @param {string} raw @returns {string[]} */
  function filter(raw) {
    const colon = raw.indexOf(':');
    const value = raw.slice(colon + 1);
    const name = colon < 0 ? '' : raw.slice(0, colon).toLowerCase();
    if (value === '') return [];
    if (name === 'tag') return ['#tag:' + search.normal(value).text];
    if (name !== 'is') return [];
    const standing = value.toLowerCase();
    return (Object.hasOwn(STANDINGS, standing) ? STANDINGS[standing] : [standing]).map((s) => '#is:' + s);
  }

  /** Words that stand in a text without a space between them, wherever they were typed with one or without. */
  function joining() {
    /** @type {Unit[]} */
    const all = [];
    let raw = '';
    let parts = 0;
    let last = '';
    let typing = false;
    function close() {
      const one = parts > 1 ? unit(raw, typing) : null;
      if (one) all.push(one);
      raw = '';
      parts = 0;
      return all;
    }
    /** @param {string} next empty for one that stands for itself @param {Unit[]} words @param {boolean} typingIt */
    function add(next, words, typingIt) {
      const goesOn = words.length && last !== '' && search.isWord(last) && search.isJapanese(words[0].text);
      if (!goesOn || next === '') close();
      raw += next;
      parts += next === '' ? 0 : words.length;
      last = next === '' ? '' : words.at(-1)?.text.at(-1) ?? '';
      typing = typingIt;
    }
    return {add, close};
  }

  /** @param {string} text @returns {Query} */
  function query(text) {
    /** @type {Query} */
    const out = {units: [], joined: [], whole: '', filters: []};
    const joined = joining();
    /** @param {string} c */
    const isSpace = (c) => ' \t\n\r\u3000'.includes(c);
    let whole = '';
    for (let i = 0; i < text.length;) {
      if (isSpace(text[i])) {
        i++;
        continue;
      }
      const quote = text[i] === '"' ? text.indexOf('"', i + 1) : -1;
      const quoted = quote > i;
      let end = i;
      if (quoted) end = quote + 1;
      else while (end < text.length && !isSpace(text[end])) end++;
      const raw = quoted ? text.slice(i + 1, quote) : text.slice(i, end);
      const narrowed = quoted ? [] : filter(raw);
      if (narrowed.length) {
        out.filters.push(narrowed);
      } else {
        whole += (whole === '' ? '' : ' ') + text.slice(i, end);
        const typing = end === text.length && !quoted;
        const several = quoted ? [] : parts(raw, typing);
        const one = unit(raw, typing);
        const words = several.length > 1 || !one ? several : [one];
        out.units.push(...words);
        joined.add(quoted ? '' : raw, words, typing);
      }
      i = end;
    }
    out.joined = joined.close();
    out.whole = search.normal(whole).text;
    return out;
  }

  return {query, unit};
})());
