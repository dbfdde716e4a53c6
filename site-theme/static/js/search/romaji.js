// Japanese typed in letters, in every usual spelling, as katakana. See Romaji.java, which is the same.
Object.assign(runbookSearch, (() => {
  const LONGEST = 4;
  const MOST = 12;
  const BITS = 8;
  const LONG = ['āaa', 'īii', 'ūuu', 'ēei', 'ōou', 'âaa', 'îii', 'ûuu', 'êei', 'ôou'];
  const FOREIGN = new Map([['di', 'ディ'], ['ti', 'ティ'], ['du', 'デュ']]);
  /** @type {Map<string, string>} */
  const syllables = new Map();
  const rows = ' アイウエオ kカキクケコ sサシスセソ tタチツテト nナニヌネノ hハヒフヘホ mマミムメモ rラリルレロ gガギグゲゴ zザジズゼゾ dダヂヅデド bバビブベボ pパピプペポ';
  for (const [, consonant, kana] of rows.matchAll(/([ a-z]?)(\p{Script=Katakana}{5}) ?/gu)) {
    [...kana].forEach((sound, i) => syllables.set(consonant.trim() + 'aiueo'[i], sound));
  }
  const words = ('ya ヤ yu ユ yo ヨ wa ワ wo ヲ shi シ chi チ tsu ツ fu フ ji ジ vu ヴ va ヴァ vi ヴィ ve ヴェ vo ヴォ '
    + 'fa ファ fi フィ fe フェ fo フォ she シェ che チェ je ジェ sye シェ tye チェ zye ジェ jye ジェ '
    + "ti' ティ thi ティ dhi ディ di' ディ dhu デュ thu テュ twu トゥ dwu ドゥ wi ウィ we ウェ who ウォ tsa ツァ "
    + 'xa ァ xi ィ xu ゥ xe ェ xo ォ la ァ li ィ lu ゥ le ェ lo ォ xya ャ xyu ュ xyo ョ xtu ッ ltu ッ '
    + 'sha シャ shu シュ sho ショ cha チャ chu チュ cho チョ ja ジャ ju ジュ jo ジョ').split(' ');
  for (let i = 0; i < words.length; i += 2) syllables.set(words[i], words[i + 1]);
  for (const row of ['kキ', 'sシ', 'tチ', 'nニ', 'hヒ', 'mミ', 'rリ', 'gギ', 'zジ', 'jジ', 'dヂ', 'bビ', 'pピ', 'cチ']) {
    for (let i = 0; i < 3; i++) syllables.set(row[0] + 'y' + 'auo'[i], row[1] + 'ャュョ'[i]);
  }

  /** @param {string} c */
  const isVowel = (c) => c !== '' && 'aiueo'.includes(c);

  /** Whether an n may begin a syllable with it. @param {string} c */
  const goesOn = (c) => isVowel(c) || c === 'y';

  /** @param {string} word @param {boolean} foreign */
  const plain = (word, foreign) =>
    LONG.reduce((text, [mark, vowel, more]) => text.replaceAll(mark, vowel + (foreign ? '-' : more)), word);

  /**
   * Adds a reading, where there is one, and says how many n are unclear.
   * @param {Set<string>} readings @param {string} word
   * @param {number} apart the bits of those unclear n that are read as ン @param {boolean} foreign whether di is ディ
   */
  function add(readings, word, apart, foreign) {
    let out = '';
    let unclear = 0;
    for (let i = 0; i < word.length;) {
      const c = word[i];
      const next = word[i + 1] ?? ' ';
      const both = next === 'n' && goesOn(word[i + 2] ?? ' ');
      const either = c === 'n' && (both || (i > 0 && word[i - 1] !== 'n' && goesOn(next)));
      const second = either && unclear < BITS && ((apart >> unclear) & 1) === 1;
      unclear += either ? 1 : 0;
      if (c === '-' && i > 0) {
        out += 'ー';
        i++;
      } else if (c === 'n' && (both || second || !goesOn(next))) {
        out += 'ン';
        i += next === "'" || (next === 'n' && both === second) ? 2 : 1;
      } else if (c === 'm' && 'bpm'.includes(next)) {
        out += 'ン';
        i++;
      } else if ((c === next && !isVowel(c) && c >= 'a' && c <= 'z') || (c === 't' && next === 'c')) {
        out += 'ッ';
        i++;
      } else {
        let length = Math.min(LONGEST, word.length - i);
        while (length > 0 && !syllables.has(word.slice(i, i + length))) length--;
        if (length === 0) return 0;
        const syllable = word.slice(i, i + length);
        out += (foreign ? FOREIGN.get(syllable) : undefined) ?? syllables.get(syllable);
        i += length;
      }
    }
    if (out.length > 1) readings.add(out);
    return Math.min(unclear, BITS);
  }

  return {
    /** The readings of a lower-case word; none where it is not Japanese in letters. @param {string} word @returns {string[]} */
    katakana(word) {
      /** @type {Set<string>} */
      const readings = new Set();
      for (const foreign of [false, true]) {
        const letters = plain(word, foreign);
        const unclear = add(readings, letters, 0, foreign);
        for (let i = 0; i < unclear; i++) add(readings, letters, 1 << i, foreign);
        for (let i = 0; i < unclear; i++) {
          for (let j = i + 1; j < unclear; j++) add(readings, letters, (1 << i) | (1 << j), foreign);
        }
      }
      return [...readings].slice(0, MOST);
    },
  };
})());
