// How well a section answers a query. See Field.java and SectionScore.java, which are the same.
/**
 * @typedef {object} Field a text of a section, ready to be searched
 * @property {string} kind
 * @property {string} source
 * @property {string} text
 * @property {number} weight
 *
 * @typedef {{value: number, stands: boolean, whole: boolean, verified: boolean[]}} Score
 */
Object.assign(runbookSearch, (() => {
  const search = runbookSearch;
  const INSIDE = 0.4;
  const MOST = 4;
  const TITLE_FIELDS = 2;
  const INHERITED = 0.2;
  const SCATTERED = 0.35;
  const ENOUGH = 0.6;
  const WHOLE = 5;
  const WHOLE_ABOVE = 6;
  const EXACT = 10;
  const IN_TITLE = 0.4;
  const IN_HEADING = 0.2;

  /** @param {string} kind @param {string} source @param {number} weight @returns {Field} */
  function field(kind, source, weight) {
    return {kind, source, text: search.plain(source), weight};
  }

  /** The same texts are looked at with each letter that is typed. @type {WeakMap<Section, Field[]>} */
  const known = new WeakMap();

  /** @param {PageText} page @param {number} number @returns {Field[]} */
  function fields(page, number) {
    const section = page.sections[number];
    const made = known.get(section) ?? make(page, number);
    known.set(section, made);
    return made;
  }

  /** @param {PageText} page @param {number} number @returns {Field[]} */
  function make(page, number) {
    const w = search.weights;
    const section = page.sections[number];
    const lead = number === 0;
    const title = lead ? 1 : INHERITED;
    /** @param {string} kind @param {string} text @param {number} weight */
    const body = (kind, text, weight) => field(kind, text, w.inText(weight, text.length, w.SECTION_LENGTH));
    return [
      field('TITLE', page.title, title * w.TITLE),
      field('READING', page.reading, title * w.READING),
      ...(lead
        ? [
          field('TAG', page.tags.join('\n'), w.TAG),
          field('ERROR', page.errors, w.ERROR),
          field('TEXT', page.description, 2),
        ]
        : []),
      field('HEADING', section.heading, w.HEADING),
      field('READING', section.reading, w.READING),
      body('OUTPUT', section.output, w.OUTPUT),
      body('CODE', section.code, w.CODE),
      body('TEXT', section.text, w.TEXT),
    ];
  }

  /** How often a word occurs. @param {string} text @param {string} word */
  function occurrences(text, word) {
    let count = 0;
    for (let at = text.indexOf(word); at >= 0 && count < MOST; at = text.indexOf(word, at + word.length)) {
      count += at > 0 && search.isWord(text[at]) && search.isWord(text[at - 1]) ? INSIDE : 1;
    }
    return count;
  }

  /**
   * @param {Field[]} texts of the section @param {boolean} lead whether it stands for the page
   * @param {Wanted[]} wanted @param {string} whole all words together @returns {Score}
   */
  function score(texts, lead, wanted, whole) {
    let sum = 0;
    let covered = 0;
    let all = 0;
    let most = 0;
    /** @type {boolean[]} */
    const verified = [];
    for (const unit of wanted) {
      let value = 0;
      let present = 0;
      let stands = false;
      for (const one of [unit, ...unit.others]) {
        const weight = texts.reduce((total, text) => total + text.weight * occurrences(text.text, one.text), 0);
        const share = weight > 0 ? 1 : scattered(texts, one);
        const here = weight > 0 ? search.weights.saturated(weight) + above(texts, lead, one.text) : SCATTERED * share * share;
        stands = stands || (weight > 0 && (lead || texts.slice(TITLE_FIELDS).some(({text}) => text.includes(one.text))));
        value = Math.max(value, one.factor * here);
        present = Math.max(present, one.factor * (weight > 0 ? 1 : 0.6 * share * share));
        most = Math.max(most, weight > 0 ? 0 : one.factor * share);
      }
      sum += unit.rarity * value;
      covered += unit.rarity * present;
      all += unit.rarity;
      verified.push(stands);
    }
    if (all === 0) return {value: 0, stands: false, whole: false, verified};
    const value = sum * (covered / all) * bonus(texts, lead, wanted, whole);
    const together = texts.some(({text}) => text.includes(whole));
    return {value, stands: verified.includes(true) || most >= ENOUGH, whole: together, verified};
  }

  /** @param {Field[]} texts @param {boolean} lead @param {string} word */
  function above(texts, lead, word) {
    let most = 0;
    for (const {kind, text} of texts) {
      const title = kind === 'TITLE' && lead;
      if ((title || kind === 'HEADING') && text.includes(word)) most = Math.max(most, title ? IN_TITLE : IN_HEADING);
    }
    return most;
  }

  /** Which part of a word's terms the section has. @param {Field[]} texts @param {Wanted} unit */
  function scattered(texts, unit) {
    if (!unit.worth) return 0;
    let found = 0;
    for (const {term, worth} of unit.found) if (texts.some(({text}) => text.includes(term))) found += worth;
    return found / unit.worth;
  }

  /** For a title or heading, or how it is read, that is the word itself. @param {Field[]} texts @param {Wanted} unit */
  function named(texts, unit) {
    let most = 1;
    for (const {kind, text} of texts) {
      if (kind !== 'TITLE' && kind !== 'HEADING' && kind !== 'READING') continue;
      if (text === unit.text) most = EXACT;
      for (const other of unit.others) if (text === other.text) most = Math.max(most, other.factor * EXACT);
    }
    return most;
  }

  /** @param {Field[]} texts @param {boolean} lead @param {Wanted[]} wanted @param {string} whole */
  function bonus(texts, lead, wanted, whole) {
    let best = wanted.length === 1 ? named(lead ? texts : texts.slice(TITLE_FIELDS), wanted[0]) : 1;
    for (const {kind, text} of texts) {
      if (kind === 'TITLE' && !lead) continue;
      if (wanted.length > 1 && text.includes(whole)) {
        best = Math.max(best, kind === 'TEXT' || kind === 'CODE' ? WHOLE : WHOLE_ABOVE);
      }
      if ((kind === 'TITLE' || kind === 'HEADING') && text === whole) best = Math.max(best, EXACT);
    }
    return best;
  }

  return {fields, score};
})());
