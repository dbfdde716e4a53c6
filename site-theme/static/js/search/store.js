// The index's files: scripts that hand their content over to `add`, loaded when they are needed. See IndexFiles.java,
// TermFiles.java, TextCode.java and Packed.java, which write them.
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
  const MARK = '!'.charCodeAt(0);
  const OTHER = 0x8000;
  const STUFFED = 0b1101;
  const LEADS = 12;
  const SINGLE = 255 - LEADS;
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

  /** @param {string} packed @param {Uint8Array} shared @returns {Promise<Uint8Array>} */
  async function unpack(packed, shared) {
    const room = new Uint8Array(packed.length * 2);
    let at = 0;
    let rest = 0;
    let bits = 0;
    for (let i = 1; i < packed.length; i++) {
      let c = packed.charCodeAt(i);
      if (c === MARK) c = packed.charCodeAt(++i) ^ OTHER;
      const stuffed = c >> 11 === STUFFED << 1;
      rest = stuffed ? (rest << 15) | (STUFFED << 11) | (c & 0x7ff) : (rest << 16) | c;
      bits += stuffed ? 15 : 16;
      while (bits >= 8) {
        bits -= 8;
        room[at++] = rest >> bits;
      }
      rest &= 0xff;
    }
    const bytes = room.subarray(0, at - Number(packed[0]));
    // What texts refer back to goes before them, as a block that is stored as it is.
    const {length} = shared;
    const before = new Uint8Array([0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff]);
    const stream = new DecompressionStream('deflate-raw');
    const writer = stream.writable.getWriter();
    const written = (length ? [before, shared, bytes] : [bytes])
      .map((some) => writer.write(/** @type {BufferSource} */ (some)));
    const [raw] = await Promise.all([new Response(stream.readable).arrayBuffer(), writer.close(), ...written]);
    return new Uint8Array(raw).subarray(length);
  }

  /** @param {string} name @returns {Promise<Uint8Array>} */
  function bytes(name) {
    const known = part(name);
    known.bytes ??= (async () => {
      const shared = name.startsWith('x') ? (await common()).shared : new Uint8Array();
      if (known.packed === undefined) await runbookSearch.load(name);
      await known.ready;
      return unpack(/** @type {string} */ (known.packed), shared);
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

  /** @param {Uint8Array} raw */
  const text = (raw) => new TextDecoder().decode(raw);

  /** The encoding of texts, and what they refer back to. @returns {Promise<{table: Uint16Array, shared: Uint8Array}>} */
  const common = () => once('s', (raw) => {
    const from = reader(raw);
    const table = Uint16Array.from(text(from.bytes(from.number())), (c) => c.charCodeAt(0));
    return {table, shared: from.rest()};
  });

  /** @param {Uint8Array} raw @param {Uint16Array} table */
  function decode(raw, table) {
    const units = new Uint16Array(raw.length);
    let length = 0;
    for (let i = 0; i < raw.length;) {
      const byte = raw[i++];
      if (byte > LEADS) units[length++] = table[byte - LEADS - 1];
      else if (byte) units[length++] = table[SINGLE + ((byte - 1) << 8) + raw[i++]];
      else units[length++] = (raw[i++] << 8) | raw[i++];
    }
    return new TextDecoder('utf-16le').decode(units.subarray(0, length));
  }

  /** @param {Uint8Array} raw */
  function reader(raw) {
    let at = 0;
    return {
      number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
          const byte = raw[at++];
          value |= (byte & 0x7f) << shift;
          if (byte < 0x80) return value;
        }
      },
      /** @param {number} length */
      bytes(length) {
        at += length;
        return raw.subarray(at - length, at);
      },
      rest: () => raw.subarray(at),
    };
  }

  /** @param {ReturnType<typeof reader>} from @param {number} size */
  function pages(from, size) {
    const out = new Uint32Array(size);
    let last = -1;
    for (let i = 0; i < size; i++) out[i] = last = last + 1 + from.number();
    return out;
  }

  /** Two a byte. @param {Uint8Array} pairs */
  function levels(pairs) {
    const out = new Uint8Array(pairs.length * 2);
    for (let i = 0; i < out.length; i++) out[i] = (pairs[i >> 1] >> ((i & 1) * 4)) & 0xf;
    return out;
  }

  /** @typedef {{names: string[], entries: {size: number, alone: number, pages?: Uint32Array, levels?: Uint8Array}[]}} Terms */

  /** @param {Uint8Array} raw @returns {Terms} */
  function terms(raw) {
    const from = reader(raw);
    const count = from.number();
    /** @type {string[]} */
    const names = [];
    const lengths = Array.from({length: count}, () => [from.number(), from.number()]);
    let last = '';
    for (const [shared, rest] of lengths) {
      last = last.slice(0, shared) + text(from.bytes(rest));
      names.push(last);
    }
    /** @type {Terms['entries']} */
    const entries = names.map(() => {
      const size = from.number();
      return {size: size >> 1, alone: size & 1 ? from.number() : -1};
    });
    for (const entry of entries) if (entry.alone < 0) entry.pages = pages(from, entry.size);
    const all = levels(from.rest());
    let at = 0;
    for (const entry of entries) if (entry.alone < 0) entry.levels = all.subarray(at, at += entry.size);
    return {names, entries};
  }

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
    if (entry.alone >= 0) {
      return once(`p${entry.alone}`, (raw) => {
        const from = reader(raw);
        return {size: entry.size, pages: pages(from, entry.size), levels: levels(from.rest())};
      });
    }
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
    head: () => once('index', (raw) => JSON.parse(text(raw))),
    /** @param {Head} head @param {string} term @returns {Promise<Postings | null>} */
    async postings(head, term) {
      const file = place(head, term);
      if (file < 0) return null;
      const {names, entries} = await once(`t${file}`, terms);
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
        const {names, entries} = await once(`t${file}`, terms);
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
      const all = await once(`x${file}`, (raw) => JSON.parse(decode(raw, table)));
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
      return head.words.includes(length) ? once(`w${length}`, (raw) => text(raw).split('\n')) : [];
    },
  };
})());
