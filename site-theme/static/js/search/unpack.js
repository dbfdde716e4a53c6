// What the index's files are made of. See Packed.java, TextCode.java and TermFiles.java, which write it.
/** @typedef {{names: string[], entries: {size: number, alone: number, pages?: Uint32Array, levels?: Uint8Array}[]}} Terms */
runbookSearch.files = (() => {
  const MARK = '!'.charCodeAt(0);
  const OTHER = 0x8000;
  const STUFFED = 0b1101;
  const LEADS = 12;
  const SINGLE = 255 - LEADS;

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

  /** @param {Uint8Array} raw */
  const text = (raw) => new TextDecoder().decode(raw);

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

  /** The encoding of texts, and what they refer back to. @param {Uint8Array} raw */
  function encoding(raw) {
    const from = reader(raw);
    const table = Uint16Array.from(text(from.bytes(from.number())), (c) => c.charCodeAt(0));
    return {table, shared: from.rest()};
  }

  /** A term that has a file of its own. @param {Uint8Array} raw @param {number} size @returns {Postings} */
  function alone(raw, size) {
    const from = reader(raw);
    return {size, pages: pages(from, size), levels: levels(from.rest())};
  }

  return {unpack, text, decode, encoding, terms, alone};
})();
