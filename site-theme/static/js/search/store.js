// The index's files: scripts that hand their content over to `add`, loaded when they are needed. See IndexFiles.java,
// which writes them, and unpack.js.
/**
 * @typedef {object} Postings the pages that have a term, in order, each with the level that the term has there
 * @property {number} size
 * @property {ArrayLike<number>} pages
 * @property {ArrayLike<number>} levels
 *
 * @typedef {object} Section
 * @property {string} anchor
 * @property {string} heading
 * @property {string} reading
 * @property {string} text
 * @property {string} code
 * @property {string} output
 *
 * @typedef {object} PageText
 * @property {string} language
 * @property {string} url
 * @property {string} title
 * @property {string} reading
 * @property {string} description
 * @property {string[]} tags
 * @property {string} standing
 * @property {string} errors
 * @property {Section[]} sections
 *
 * @typedef {object} Head
 * @property {Record<string, number>} languages
 * @property {string[]} terms the first term of each file
 * @property {number[]} texts how many pages each file has
 * @property {number[]} words the lengths that there is a file for
 * @property {string[][]} synonyms
 */
Object.assign(runbookSearch, (() => {
  const {files} = runbookSearch;
  /** @type {Map<string, {packed?: string, bytes?: Promise<Uint8Array>, done: () => void, ready: Promise<void>}>} */
  const parts = new Map();
  /** @type {Map<string, any>} */
  const decoded = new Map();
  /** @type {Map<number, PageText>} */
  const pagesRead = new Map();
  let version = '';
  let folder = '';

  /** @param {string} name */
  function part(name) {
    let known = parts.get(name);
    if (!known) {
      let done = () => {};
      const ready = new Promise((/** @type {(value: void) => void} */ resolve) => { done = () => resolve(); });
      known = {done, ready};
      parts.set(name, known);
    }
    return known;
  }

  /** Called by the index's scripts. @param {string} name @param {string} packed @param {string} of */
  function add(name, packed, of) {
    const known = part(name);
    known.packed = packed;
    if (name === 'index') version = of;
    known.done();
  }

  /** @param {string} name @returns {Promise<void>} */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${folder}${name}.js${version ? `?v=${version}` : ''}`;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`cannot load ${script.src}`)));
      document.head.append(script);
    });
  }

  /** @param {string} name @returns {Promise<Uint8Array>} */
  function bytes(name) {
    const known = part(name);
    known.bytes ??= (async () => {
      const shared = name.startsWith('x') ? (await common()).shared : new Uint8Array();
      if (known.packed === undefined) await runbookSearch.load(name);
      await known.ready;
      return files.unpack(/** @type {string} */ (known.packed), shared);
    })();
    // What could not be loaded may be there the next time.
    known.bytes.catch(() => { delete known.bytes; });
    return known.bytes;
  }

  /** @template T @param {string} name @param {(bytes: Uint8Array) => T} decode @returns {Promise<T>} */
  async function once(name, decode) {
    const raw = await bytes(name);
    if (!decoded.has(name)) decoded.set(name, decode(raw));
    return decoded.get(name);
  }

  /** @returns {Promise<ReturnType<typeof files.encoding>>} */
  const common = () => once('s', files.encoding);

  /** The files that a term and those after it are in. @param {Head} head @param {string} term */
  function place(head, term) {
    let low = 0;
    let high = head.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (head.terms[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** @param {Terms['entries'][0]} entry @returns {Promise<Postings>} */
  async function postings(entry) {
    if (entry.alone >= 0) return once(`p${entry.alone}`, (raw) => files.alone(raw, entry.size));
    return {
      size: entry.size,
      pages: /** @type {Uint32Array} */ (entry.pages),
      levels: /** @type {Uint8Array} */ (entry.levels),
    };
  }

  return {
    add,
    load,
    /** Where the index's files are, with a last slash. @param {string} address */
    from(address) { folder = address; },
    /** @returns {Promise<Head>} */
    head: () => once('index', (raw) => JSON.parse(files.text(raw))),
    /** @param {Head} head @param {string} term @returns {Promise<Postings | null>} */
    async postings(head, term) {
      const file = place(head, term);
      if (file < 0) return null;
      const {names, entries} = await once(`t${file}`, files.terms);
      const at = names.indexOf(term);
      return at < 0 ? null : postings(entries[at]);
    },
    /**
     * The terms that begin like this one, in order, itself left out.
     * @param {Head} head @param {string} term @param {number} most
     * @returns {Promise<{term: string, postings: () => Promise<Postings>}[]>}
     */
    async longer(head, term, most) {
      /** @type {{term: string, postings: () => Promise<Postings>}[]} */
      const found = [];
      let seen = 0;
      for (let file = Math.max(0, place(head, term)); file < head.terms.length; file++) {
        if (head.terms[file] > term && !head.terms[file].startsWith(term)) break;
        const {names, entries} = await once(`t${file}`, files.terms);
        for (let i = 0; i < names.length; i++) {
          if (names[i] < term) continue;
          if (!names[i].startsWith(term) || seen++ > most) return found;
          if (names[i] !== term) found.push({term: names[i], postings: () => postings(entries[i])});
        }
      }
      return found;
    },
    /** The text of a page. @param {Head} head @param {number} page @returns {Promise<PageText>} */
    async page(head, page) {
      const known = pagesRead.get(page);
      if (known) return known;
      let file = 0;
      let first = 0;
      while (first + head.texts[file] <= page) first += head.texts[file++];
      const {table} = await common();
      const all = await once(`x${file}`, (raw) => JSON.parse(files.decode(raw, table)));
      const [url, title, reading, description, tags, standing, errors, sections] = all[page - first];
      const made = {
        language: runbookSearch.languageOf(head, page),
        url, title, reading, description, tags, standing, errors,
        sections: sections.map((/** @type {string[]} */ [anchor, heading, spoken, body, code, output]) =>
          ({anchor, heading, reading: spoken, text: body, code, output})),
      };
      pagesRead.set(page, made);
      return made;
    },
    /** @param {Head} head @param {number} page */
    languageOf(head, page) {
      let left = page;
      for (const language in head.languages) {
        if (left < head.languages[language]) return language;
        left -= head.languages[language];
      }
      return '';
    },
    /** Words of a length that may have been meant, the commonest first. @param {Head} head @param {number} length @returns {Promise<string[]>} */
    async words(head, length) {
      return head.words.includes(length) ? once(`w${length}`, (raw) => files.text(raw).split('\n')) : [];
    },
  };
})());
