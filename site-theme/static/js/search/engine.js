// Finds sections. See Searcher.java and NearMisses.java, which are the same.
/**
 * @typedef {object} Hit a section that was found
 * @property {string} language
 * @property {string} url of the page, from the site's root, with the section's anchor
 * @property {string} title the page's
 * @property {number[]} titleMarks
 * @property {string} heading empty at the top of the page
 * @property {number[]} headingMarks
 * @property {string} standing what verification says of the page; may be empty
 * @property {number} score
 * @property {string} snippet
 * @property {number[]} marks places in the snippet: from, to, from, to …
 *
 * @typedef {object} Results
 * @property {Hit[]} hits the reader's language first, in each the best first
 * @property {string[]} missing words that stand nowhere as they were typed
 * @property {string | null} suggestion what may have been meant
 * @property {boolean} corrected whether the hits are those of the suggestion, since there were none
 *
 * @typedef {{hit: Hit, group: number, order: number, verified: boolean[], whole: boolean}} Candidate
 */
Object.assign(runbookSearch, (() => {
  const search = runbookSearch;
  const PAGES = 10;
  const OTHER_PAGES = 4;
  const ROUNDS = 2;
  const SHORT = 4;
  const SECTIONS = 3;
  const GOOD = 0.5;
  const RANK = 0.1;
  const SHORTEST = 3;
  const LONG = 6;

  /**
   * Searches.
   * @param {string} text
   * @param {{language: string, limit: number}} options the reader's language; how many hits at most
   * @returns {Promise<Results>}
   */
  async function find(text, {language, limit}) {
    /** @type {Head} */
    const head = await search.head();
    /** @type {Query} */
    const query = search.query(text);
    const pages = Math.max(PAGES, limit - OTHER_PAGES);
    let found = await candidates(head, query, language, pages);
    /** @type {string[]} */
    const missing = [];
    let suggestion = text;
    for (let i = 0; i < query.units.length; i++) {
      if (found.some(({verified}) => verified[i])) continue;
      const {raw} = query.units[i];
      missing.push(raw);
      const near = await nearMiss(head, query.units[i].text);
      if (near !== null) suggestion = suggestion.replaceAll(raw, () => near);
    }
    const corrected = found.length === 0 && suggestion !== text;
    if (corrected) found = await candidates(head, search.query(suggestion), language, pages);
    return {
      hits: found.slice(0, limit).map(({hit}) => hit),
      missing,
      suggestion: suggestion === text ? null : suggestion,
      corrected,
    };
  }

  /**
   * @param {Head} head @param {Query} query @param {string} language
   * @param {number} pages of the reader's language, whose text is looked at @returns {Promise<Candidate[]>}
   */
  async function candidates(head, query, language, pages) {
    /** @type {Wanted[]} */
    const wanted = await search.wanted(head, query.units);
    if (!wanted.length && !query.filters.length) return [];
    const rounds = wanted.length <= SHORT ? ROUNDS : 1;
    /** @type {Ranked[]} */
    const ranked = await search.rank(
      head, [...wanted, ...await search.wanted(head, query.joined)], query.filters, rounds * pages);
    const best = ranked.reduce((most, {rank}) => Math.max(most, rank), 1);
    /** @param {Ranked[]} some @param {number} group */
    const look = async (some, group) => (await Promise.all(some.map(async ({page, rank}) =>
      sections(await search.page(head, page), wanted, query.whole, group, page, RANK * rank / best)))).flat();
    /** @type {Ranked[]} */
    const own = [];
    /** @type {Ranked[]} */
    const other = [];
    for (const one of ranked) (search.languageOf(head, one.page) === language ? own : other).push(one);
    const found = await look(other.slice(0, OTHER_PAGES), 1);
    for (let round = 0; round < rounds; round++) {
      const more = await look(own.slice(round * pages, (round + 1) * pages), 0);
      found.push(...more);
      if (more.some(({whole}) => whole)) break;
    }
    return found.sort((a, b) => a.group - b.group || b.hit.score - a.hit.score || a.order - b.order);
  }

  /**
   * @param {PageText} page @param {Wanted[]} wanted @param {string} whole
   * @param {number} group @param {number} order @param {number} rank @returns {Candidate[]}
   */
  function sections(page, wanted, whole, group, order, rank) {
    /** @type {(Candidate & {fields: Field[]})[]} */
    const found = [];
    for (let i = 0; i < (wanted.length ? page.sections.length : 1); i++) {
      const {anchor, heading} = page.sections[i];
      /** @type {Field[]} */
      const fields = search.fields(page, i);
      /** @type {Score} */
      const score = search.score(fields, i === 0, wanted, whole);
      if (!score.stands && wanted.length) continue;
      const {language, title, standing} = page;
      const hit = {
        language, title, heading, standing,
        url: page.url + (anchor ? `#${encodeURIComponent(anchor)}` : ''),
        titleMarks: [], headingMarks: [], snippet: '', marks: [],
        score: score.value * (1 + rank),
      };
      found.push({hit, group, order, verified: score.verified, whole: score.whole, fields});
    }
    found.sort((a, b) => b.hit.score - a.hit.score);
    const kept = found.slice(0, SECTIONS).filter(({hit}) => hit.score >= GOOD * found[0].hit.score);
    return kept.map(({hit, fields, ...rest}) => {
      const {text, marks} = search.snippet(fields, wanted);
      const titleMarks = search.marks(hit.title, wanted);
      const headingMarks = search.marks(hit.heading, wanted);
      return {...rest, hit: {...hit, snippet: text, marks, titleMarks, headingMarks}};
    });
  }

  /** The word that may have been meant. @param {Head} head @param {string} typed @returns {Promise<string | null>} */
  async function nearMiss(head, typed) {
    if (typed.length < SHORTEST) return null;
    const most = typed.length < LONG ? 1 : 2;
    /** @type {string | null} */
    let best = null;
    let least = Infinity;
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      for (const word of await search.words(head, length)) {
        const other = search.normal(word).text;
        const apart = distance(typed, other, most);
        if (apart === 0 || apart > most) continue;
        // A first letter is rarely wrong; then the nearest length.
        const cost = 8 * apart + (other[0] === typed[0] ? 0 : 4) + Math.abs(length - typed.length);
        if (cost < least) {
          best = word;
          least = cost;
        }
      }
    }
    return best;
  }

  /** @param {string} a @param {string} b @param {number} most */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    /** @type {number[]} */
    let older = [];
    let old = Array.from({length: b.length + 1}, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      older = old;
      old = row;
    }
    return Math.min(old[b.length], most + 1);
  }

  return {find};
})());
