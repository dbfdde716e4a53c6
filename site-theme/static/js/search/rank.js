// The words of a query as the index knows them, and which pages are worth a look at their text. See Weights.java,
// Wanted.java and PageRanks.java, which are the same.
/**
 * @typedef {object} Found a term with its pages
 * @property {string} term
 * @property {number} worth
 * @property {number} rarity
 * @property {Postings} postings
 *
 * @typedef {object} Wanted a word of a query, as the index knows it
 * @property {string} text as it is looked for in texts
 * @property {Found[]} found its terms that are on some page
 * @property {Found[]} longer terms that begin with it; the best of them on a page counts
 * @property {number} factor how much it counts
 * @property {Wanted[]} others what means the same
 * @property {number} worth all that a page can have of it
 * @property {number} rarity how much it tells
 *
 * @typedef {{page: number, rank: number}} Ranked
 */
Object.assign(runbookSearch, (() => {
  const search = runbookSearch;
  const LONGER = 24;
  const SHORTEST_PREFIX = 2;
  const LONGER_WEIGHT = 7;
  const WHOLE = 10;
  const SYNONYM = 0.7;
  const ROMAJI = 0.8;
  const NONE = -1;

  /** In kana: a shorter word of letters that stands somewhere as it is typed was hardly meant as Japanese. */
  const LONG_READING = 4;

  const weights = {
    TITLE: 10, ERROR: 6, HEADING: 5, READING: 4, TAG: 4, OUTPUT: 2, CODE: 1.5, TEXT: 1,
    SATURATION: 1.2, LENGTH: 0.4, SECTION_LENGTH: 600,
    /** @param {number} weight @param {number} length @param {number} usual */
    inText: (weight, length, usual) => weight / (1 - weights.LENGTH + weights.LENGTH * length / usual),
    /** @param {number} weight */
    saturated: (weight) => weight / (weights.SATURATION + weight),
  };

  /** How rare a term is, in sixteenths. @param {number} pages @param {number} having */
  const rarity = (pages, having) => Math.round(16 * Math.log(1 + (pages - having + 0.5) / (having + 0.5)));

  /** @param {Head} head */
  const size = (head) => Object.values(head.languages).reduce((sum, count) => sum + count, 0);

  /** @param {Head} head @param {Unit[]} units @returns {Promise<Wanted[]>} */
  const wanted = (head, units) => Promise.all(units.map((unit) => one(head, unit, 1, true)));

  /** @param {Head} head @param {Unit} unit @param {number} factor @param {boolean} withOthers @returns {Promise<Wanted>} */
  async function one(head, unit, factor, withOthers) {
    const pages = size(head);
    const last = unit.terms[unit.terms.length - 1].term;
    /** @param {string} term @param {number} weight @param {Postings} postings @returns {Found} */
    const entry = (term, weight, postings) => {
      const rare = rarity(pages, postings.size);
      return {term, worth: weight * rare, rarity: rare, postings};
    };
    const whole = unit.terms[0].term;
    /** @param {string} term @returns {ReturnType<typeof search.longer>} */
    const further = (term) => (term.length < SHORTEST_PREFIX && !search.isJapanese(term) ? [] : search.longer(head, term, LONGER));
    /** @type {Promise<Wanted>[]} */
    const others = [];
    /** @param {string} text @param {number} less */
    const other = (text, less) => {
      const same = search.unit(text, false);
      if (same) others.push(one(head, same, less, false));
    };
    if (withOthers) for (const text of synonyms(head, unit.text)) other(text, SYNONYM);
    let lacking = 0;
    const all = await Promise.all(unit.terms.map(async ({term, weight}) => {
      const postings = await search.postings(head, term);
      if (!postings && weight !== WHOLE) lacking += weight * rarity(pages, 0);
      return postings ? [entry(term, weight, postings)] : [];
    }));
    const found = all.flat();
    const typing = unit.terms.length === 1 && (unit.prefix || last.length === 1);
    const longer = typing
      ? await Promise.all((await further(last)).map(async (/** @type {{term: string, postings: () => Promise<Postings>}} */ more) =>
        entry(more.term, LONGER_WEIGHT, await more.postings())))
      : [];
    if (withOthers) {
      const known = found.some(({term}) => term === whole) || (await further(whole)).length > 0;
      for (const text of search.katakana(unit.text)) if (!known || text.length >= LONG_READING) other(text, ROMAJI);
    }
    return described(unit.text, found, longer, lacking, factor, await Promise.all(others));
  }

  /**
   * @param {string} text @param {Found[]} found @param {Found[]} longer @param {number} lacking @param {number} factor
   * @param {Wanted[]} others
   * @returns {Wanted}
   */
  function described(text, found, longer, lacking, factor, others) {
    /** @param {number[]} numbers */
    const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), 0);
    const sum = found.reduce((all, {worth}) => all + worth, lacking);
    const rare = most((found.length ? found : longer).map((term) => term.rarity));
    return {
      text, found, longer, factor, others,
      worth: found.length ? sum : most(longer.map(({worth}) => worth)),
      rarity: rare || most(others.map((same) => same.rarity)),
    };
  }

  /** The other words of each group that a word is in. @param {Head} head @param {string} text @returns {string[]} */
  function synonyms(head, text) {
    /** @type {Set<string>} */
    const others = new Set();
    for (const group of head.synonyms) {
      if (group.some((word) => search.normal(word).text === text)) group.forEach((word) => others.add(word));
    }
    return [...others].filter((word) => search.normal(word).text !== text);
  }

  /**
   * The pages of each language that have most of what is wanted, the best first; with filters alone, those that pass them,
   * in order.
   * @param {Head} head @param {Wanted[]} units @param {string[][]} filters @param {number} most of each language
   * @returns {Promise<Ranked[]>}
   */
  async function rank(head, units, filters, most) {
    const pages = size(head);
    const scores = new Float64Array(pages);
    const coverage = new Float64Array(pages);
    let all = 0;
    for (const unit of units) {
      all += unit.rarity;
      const best = new Float64Array(pages);
      const part = new Float64Array(pages);
      for (const same of [unit, ...unit.others]) add(same, best, part);
      for (let page = 0; page < pages; page++) {
        scores[page] += best[page];
        coverage[page] += unit.rarity * part[page];
      }
    }
    const passed = await passing(head, filters, pages);
    const ranks = new Float64Array(pages).fill(NONE);
    for (let page = 0; page < pages; page++) {
      if (passed && !passed[page]) continue;
      if (!units.length) {
        ranks[page] = 0;
      } else if (scores[page] > 0) {
        const covered = coverage[page] / all;
        ranks[page] = scores[page] * covered * covered;
      }
    }
    let from = 0;
    return Object.values(head.languages).flatMap((count) => {
      from += count;
      return best(ranks, from - count, from, most);
    });
  }

  /**
   * Sorting plain numbers takes a fraction of what sorting all pages would.
   * @param {Float64Array} ranks @param {number} from @param {number} to @param {number} most @returns {Ranked[]}
   */
  function best(ranks, from, to, most) {
    const least = ranks.slice(from, to).sort()[Math.max(0, to - from - most)];
    /** @type {Ranked[]} */
    const found = [];
    for (let page = from; page < to; page++) {
      if (ranks[page] > NONE && ranks[page] >= least) found.push({page, rank: ranks[page]});
    }
    return found.sort((a, b) => b.rank - a.rank || a.page - b.page).slice(0, most);
  }

  /** @param {Wanted} unit @param {Float64Array} best @param {Float64Array} part */
  function add(unit, best, part) {
    if (!unit.worth) return;
    const score = new Int32Array(best.length);
    const matched = new Int32Array(best.length);
    for (const {worth, postings} of unit.found) {
      for (let i = 0; i < postings.size; i++) {
        score[postings.pages[i]] += worth * postings.levels[i];
        matched[postings.pages[i]] += worth;
      }
    }
    for (const {worth, postings} of unit.longer) {
      for (let i = 0; i < postings.size; i++) {
        const page = postings.pages[i];
        score[page] = Math.max(score[page], worth * postings.levels[i]);
        matched[page] = Math.max(matched[page], worth);
      }
    }
    for (let page = 0; page < best.length; page++) {
      if (score[page] > 0) {
        best[page] = Math.max(best[page], unit.factor * score[page]);
        part[page] = Math.max(part[page], unit.factor * Math.min(1, matched[page] / unit.worth));
      }
    }
  }

  /** @param {Head} head @param {string[][]} filters @param {number} pages @returns {Promise<Uint8Array | null>} */
  async function passing(head, filters, pages) {
    /** @type {Uint8Array | null} */
    let passed = null;
    for (const choice of filters) {
      const has = new Uint8Array(pages);
      for (const term of choice) {
        /** @type {Postings | null} */
        const postings = await search.postings(head, term);
        for (let i = 0; postings && i < postings.size; i++) {
          const page = postings.pages[i];
          has[page] = !passed || passed[page] ? 1 : 0;
        }
      }
      passed = has;
    }
    return passed;
  }

  return {weights, wanted, rank};
})());
