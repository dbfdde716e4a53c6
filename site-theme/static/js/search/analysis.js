// Texts as they are compared, and their terms. See Normal.java, Characters.java and Analysis.java, which are the same.
/**
 * @typedef {object} Normal a text as it is compared
 * @property {string} text
 * @property {Int32Array} starts where each character begins in the source, in UTF-16 units
 * @property {Int32Array} ends where its source ends
 * @property {Uint8Array} upper whether it was a capital letter
 * @property {Uint8Array} scripts 1 for hiragana, 2 for katakana
 */
Object.assign(runbookSearch, (() => {
  const LONGEST = 64;
  const LONG = 0x30fc;
  const [OTHER, HIRAGANA, KATAKANA, LONG_MARK] = [0, 1, 2, 3];
  const ASCII = /^[\0-\x7F]*$/;
  const MARK = /[\p{M}\uFF9E\uFF9F]/u;
  const WORD = /[\p{Ll}\p{Lo}\p{Lm}\p{Nd}]/u;
  const JOINERS = '_-./=:@+';
  const COMPARED = new Map([...'ァアィイゥウェエォオヂジヅズヵカヶカ'.matchAll(/(.)(.)/g)]
    .map(([, spelled, compared]) => [spelled.charCodeAt(0), compared.charCodeAt(0)]));
  const OUTER_JOINERS = '/=:@';

  /** @param {number} c */
  const isHan = (c) => (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
  /** @param {number} c */
  const isJapaneseCode = (c) => {
    return (c >= 0x30a1 && c <= 0x30fe) || (c >= 0x3005 && c <= 0x3007) || isHan(c) || (c >= 0xac00 && c <= 0xd7a3);
  };
  /** @param {string} s */
  const isJapanese = (s) => isJapaneseCode(s.charCodeAt(0));
  /** @param {string} s */
  const isWord = (s) => {
    const c = s.charCodeAt(0);
    if (c < 0x80) return (c >= 97 && c <= 122) || (c >= 48 && c <= 57);
    return !isJapanese(s) && WORD.test(s);
  };
  /** @param {string} s */
  const isJoiner = (s) => JOINERS.includes(s);
  /** @param {string} s */
  const isLetter = (s) => isJapanese(s) || isWord(s);
  /** Kana and the common kanji, which normalisation leaves alone. @param {number} c */
  const isStable = (c) => (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fc) || (c >= 0x4e00 && c <= 0x9fff);
  /** @param {number} c */
  const isDash = (c) => (c >= 0x2010 && c <= 0x2015) || c === 0x2212;

  // Several times faster than String.fromCharCode, and each first query has some hundred kilobytes of text.
  const UNITS = new TextDecoder('utf-16le', {ignoreBOM: true});

  // Room to work in: texts are many, and most are looked at once.
  let chars = new Uint16Array(4096);
  let starts = new Int32Array(4096);
  let ends = new Int32Array(4096);
  let upper = new Uint8Array(4096);
  let scripts = new Uint8Array(4096);
  let length = 0;

  /** @param {number} size */
  function room(size) {
    if (chars.length >= size) return;
    chars = new Uint16Array(size);
    starts = new Int32Array(size);
    ends = new Int32Array(size);
    upper = new Uint8Array(size);
    scripts = new Uint8Array(size);
  }

  /** @param {number} c @param {number} start @param {number} end @param {number} capital @param {number} script */
  function put(c, start, end, capital, script) {
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    upper[length] = capital;
    scripts[length++] = script;
  }

  /** What is written in two ways, as it is compared. @param {number} c */
  const sound = (c) => COMPARED.get(c) ?? c;

  /** @param {number} c @param {number} start @param {number} end */
  function kana(c, start, end) {
    if (c === LONG) put(c, start, end, 0, LONG_MARK);
    else if (c <= 0x3096) put(sound(c + 0x60), start, end, 0, HIRAGANA);
    else put(sound(c), start, end, 0, c <= 0x30fa ? KATAKANA : OTHER);
  }

  /** @param {string} source */
  function read(source) {
    // Normalisation makes some characters several; eighteen is the most that one becomes.
    room(source.length + 18 * (source.match(/[^\0-\u02FF\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFF60]/g)?.length ?? 0));
    length = 0;
    for (let i = 0; i < source.length;) {
      const c = source.charCodeAt(i);
      const next = i + 1 < source.length ? source.charCodeAt(i + 1) : 0;
      const alone = next < 0x300 || isStable(next);
      if (c < 0x80 && alone) {
        const capital = c >= 65 && c <= 90;
        put(capital ? c + 32 : c, i, ++i, capital ? 1 : 0, OTHER);
      } else if (isStable(c) && alone) {
        kana(c, i, ++i);
      } else {
        const end = segmentEnd(source, i);
        for (const one of source.slice(i, end).normalize('NFKC')) {
          const lower = one.toLowerCase();
          for (let k = 0; k < lower.length; k++) {
            const code = lower.charCodeAt(k);
            if (isStable(code)) kana(code, i, end);
            else put(isDash(code) ? 45 : code, i, end, lower === one ? 0 : 1, OTHER);
          }
        }
        i = end;
      }
    }
  }

  /** @param {number} from @param {number} to */
  function move(from, to) {
    if (from === to) return;
    chars[to] = chars[from];
    starts[to] = starts[from];
    ends[to] = ends[from];
    upper[to] = upper[from];
    scripts[to] = scripts[from];
  }

  /** @param {string} source @returns {string} */
  function compared(source) {
    read(source);
    dropLongMarks();
    dropSpaces();
    return UNITS.decode(chars.subarray(0, length));
  }

  /** The text alone. @param {string} source @returns {string} */
  const plain = (source) => (ASCII.test(source) ? source.toLowerCase() : compared(source));

  /** @param {string} source @returns {Normal} */
  function normal(source) {
    const text = compared(source);
    return {
      text,
      starts: starts.slice(0, length),
      ends: ends.slice(0, length),
      upper: upper.slice(0, length),
      scripts: scripts.slice(0, length),
    };
  }

  /** @param {string} source @param {number} start */
  function segmentEnd(source, start) {
    /** @param {number} at */
    const one = (at) => String.fromCodePoint(/** @type {number} */ (source.codePointAt(at)));
    let end = start + one(start).length;
    while (end < source.length && MARK.test(one(end))) end += one(end).length;
    return end;
  }

  /** A ー at the end of a word of one script goes, where two characters are left of it. */
  function dropLongMarks() {
    let to = 0;
    for (let i = 0; i < length;) {
      if (scripts[i] !== LONG_MARK) {
        move(i++, to++);
        continue;
      }
      let end = i;
      while (end < length && scripts[end] === LONG_MARK) end++;
      const script = to > 0 ? scripts[to - 1] : OTHER;
      const isKana = script === KATAKANA || script === HIRAGANA;
      const last = end === length || scripts[end] !== script;
      let start = to;
      while (start > 0 && scripts[start - 1] === script) start--;
      const dropped = isKana && last && to - start >= 2;
      for (; i < end; i++) {
        if (!dropped) {
          move(i, to);
          scripts[to++] = isKana ? script : LONG_MARK;
        }
      }
    }
    length = to;
  }

  function dropSpaces() {
    let to = 0;
    for (let i = 0; i < length;) {
      let end = i;
      while (end < length && (chars[end] === 32 || chars[end] === 9)) end++;
      const beside = end > i
        && ((to > 0 && isJapaneseCode(chars[to - 1])) || (end < length && isJapaneseCode(chars[end])));
      if (beside) {
        i = end;
        continue;
      }
      do move(i++, to++); while (i < end);
    }
    length = to;
  }

  /**
   * The terms of a text in order.
   * @param {Normal} normal
   * @param {(term: string, kind: 'WHOLE' | 'PART' | 'GRAM', start: number, end: number) => void} sink
   */
  function terms(normal, sink) {
    const {text, upper} = normal;
    /** @param {string} c */
    const isChunk = (c) => isWord(c) || isJoiner(c);
    for (let i = 0; i < text.length;) {
      let end = i + 1;
      if (isJapanese(text[i])) {
        while (end < text.length && isJapanese(text[end])) end++;
        grams(i, end);
      } else if (isChunk(text[i])) {
        while (end < text.length && isChunk(text[end])) end++;
        chunk(i, end);
        beside(end);
      }
      i = end;
    }

    /** The last letter of a word with the Japanese that follows it. @param {number} at */
    function beside(at) {
      if (at < text.length && isJapanese(text[at]) && isWord(text[at - 1])) {
        sink(text.slice(at - 1, at + 1), 'GRAM', at - 1, at + 1);
      }
    }

    /** @param {number} start @param {number} end */
    function grams(start, end) {
      for (let i = start; i + 1 < end; i++) sink(text.slice(i, i + 2), 'GRAM', i, i + 2);
      if (end - start === 1 || isHan(text.charCodeAt(end - 1))) sink(text.slice(end - 1, end), 'GRAM', end - 1, end);
    }

    /** @param {number} start @param {number} end */
    function trimmed(start, end) {
      while (start < end && isJoiner(text[start])) start++;
      while (end > start && isJoiner(text[end - 1])) end--;
      return [start, end];
    }

    /** @param {number} from @param {number} to */
    function chunk(from, to) {
      const [start, end] = trimmed(from, to);
      if (start === end) return;
      word(start, end, 'WHOLE');
      for (let i = start; i < end;) {
        let stop = i;
        while (stop < end && !OUTER_JOINERS.includes(text[stop])) stop++;
        piece(i, stop, end - start);
        i = stop + 1;
      }
    }

    /** @param {number} from @param {number} to @param {number} whole */
    function piece(from, to, whole) {
      const [start, end] = trimmed(from, to);
      if (start < end && end - start < whole) word(start, end, 'PART');
      for (let i = start; i < end;) {
        let stop = i;
        while (stop < end && !isJoiner(text[stop])) stop++;
        if (stop > i && stop - i < end - start) word(i, stop, 'PART');
        camel(i, stop);
        i = stop + 1;
      }
    }

    /** @param {number} start @param {number} end */
    function camel(start, end) {
      let from = start;
      for (let i = start + 1; i < end; i++) {
        const up = upper[i] && !upper[i - 1];
        const last = upper[i] && i + 1 < end && !upper[i + 1] && (text[i + 1] < '0' || text[i + 1] > '9');
        if (up || last) {
          if (from < i) word(from, i, 'PART');
          from = i;
        }
      }
      if (from > start) word(from, end, 'PART');
    }

    /** @param {number} start @param {number} end @param {'WHOLE' | 'PART'} kind */
    function word(start, end, kind) {
      const stop = Math.min(end, start + LONGEST);
      sink(text.slice(start, stop), kind, start, stop);
    }
  }

  return {HIRAGANA, plain, normal, terms, isJapanese, isWord, isJoiner, isLetter};
})());
