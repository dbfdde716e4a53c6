// Texts as they are compared, and their terms. See Normal.java, Characters.java and Analysis.java, which are the same.
/**
 * @typedef {object} Normal a text as it is compared
 * @property {string} text
 * @property {number[]} starts where each character begins in the source, in UTF-16 units
 * @property {number[]} ends where its source ends
 * @property {boolean[]} upper whether it was a capital letter
 * @property {string[]} scripts k for katakana, h for hiragana, ー for a long mark after neither, x for all else
 */
Object.assign(runbookSearch, (() => {
  const LONGEST = 64;
  const MARK = /[\p{M}\uFF9E\uFF9F]/u;
  const WORD = /[\p{Ll}\p{Lo}\p{Lm}\p{Nd}]/u;
  const JOINERS = '_-./=:@+';
  const OUTER_JOINERS = '/=:@';

  /** @param {number} c */
  const isHan = (c) => (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
  /** @param {string} s */
  const isJapanese = (s) => {
    const c = s.charCodeAt(0);
    return (c >= 0x30a1 && c <= 0x30fe) || (c >= 0x3005 && c <= 0x3007) || isHan(c) || (c >= 0xac00 && c <= 0xd7a3);
  };
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
  /** @param {string} s */
  const isSpace = (s) => s === ' ' || s === '\t';

  /** @param {string} source @returns {Normal} */
  function normal(source) {
    /** @type {string[]} */
    let chars = [];
    /** @type {Normal} */
    const out = {text: '', starts: [], ends: [], upper: [], scripts: []};
    /** @param {string} c @param {number} start @param {number} end @param {boolean} capital @param {string} script */
    const put = (c, start, end, capital, script) => {
      chars.push(c);
      out.starts.push(start);
      out.ends.push(end);
      out.upper.push(capital);
      out.scripts.push(script);
    };
    /** @param {number} c @param {number} start @param {number} end */
    const kana = (c, start, end) => {
      if (c === 0x30fc) put('ー', start, end, false, 'ー');
      else if (c <= 0x3096) put(String.fromCharCode(c + 0x60), start, end, false, 'h');
      else put(String.fromCharCode(c), start, end, false, c <= 0x30fa ? 'k' : 'x');
    };
    for (let i = 0; i < source.length;) {
      const c = source.charCodeAt(i);
      const next = i + 1 < source.length ? source.charCodeAt(i + 1) : 0;
      const alone = next < 0x300 || isStable(next);
      if (c < 0x80 && alone) {
        const capital = c >= 65 && c <= 90;
        put(String.fromCharCode(capital ? c + 32 : c), i, i + 1, capital, 'x');
        i++;
      } else if (isStable(c) && alone) {
        kana(c, i, i + 1);
        i++;
      } else {
        const end = segmentEnd(source, i);
        for (const one of source.slice(i, end).normalize('NFKC')) {
          const lower = one.toLowerCase();
          for (let k = 0; k < lower.length; k++) {
            const code = lower.charCodeAt(k);
            if (isStable(code)) kana(code, i, end);
            else put(isDash(code) ? '-' : lower[k], i, end, lower !== one, 'x');
          }
        }
        i = end;
      }
    }

    /** @param {number} from @param {number} to */
    const move = (from, to) => {
      chars[to] = chars[from];
      out.starts[to] = out.starts[from];
      out.ends[to] = out.ends[from];
      out.upper[to] = out.upper[from];
      out.scripts[to] = out.scripts[from];
    };
    /** @param {number} length */
    const cut = (length) => {
      chars.length = out.starts.length = out.ends.length = out.upper.length = out.scripts.length = length;
    };
    cut(dropLongMarks(out.scripts, chars.length, move));
    cut(dropSpaces(chars, move));
    out.text = chars.join('');
    return out;
  }

  /** @param {string} source @param {number} start */
  function segmentEnd(source, start) {
    /** @param {number} at */
    const one = (at) => String.fromCodePoint(/** @type {number} */ (source.codePointAt(at)));
    let end = start + one(start).length;
    while (end < source.length && MARK.test(one(end))) end += one(end).length;
    return end;
  }

  /**
   * A ー at the end of a word of one script goes, where two characters are left of it.
   * @param {string[]} scripts @param {number} length @param {(from: number, to: number) => void} move
   */
  function dropLongMarks(scripts, length, move) {
    let to = 0;
    for (let i = 0; i < length;) {
      if (scripts[i] !== 'ー') {
        move(i++, to++);
        continue;
      }
      let end = i;
      while (end < length && scripts[end] === 'ー') end++;
      const script = to > 0 ? scripts[to - 1] : 'x';
      const kana = script === 'k' || script === 'h';
      const last = end === length || scripts[end] !== script;
      let start = to;
      while (start > 0 && scripts[start - 1] === script) start--;
      const dropped = kana && last && to - start >= 2;
      for (; i < end; i++) {
        if (!dropped) {
          move(i, to);
          scripts[to++] = kana ? script : 'ー';
        }
      }
    }
    return to;
  }

  /** @param {string[]} chars @param {(from: number, to: number) => void} move */
  function dropSpaces(chars, move) {
    const length = chars.length;
    let to = 0;
    for (let i = 0; i < length;) {
      let end = i;
      while (end < length && isSpace(chars[end])) end++;
      const beside = end > i && ((to > 0 && isJapanese(chars[to - 1])) || (end < length && isJapanese(chars[end])));
      if (beside) {
        i = end;
        continue;
      }
      do move(i++, to++); while (i < end);
    }
    return to;
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
      }
      i = end;
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

  return {normal, terms, isJapanese, isWord, isJoiner, isLetter};
})());
