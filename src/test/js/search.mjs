// Runs the search's engine as Java runs its own, for the golden files that both must match.
//   node search.mjs analysis ENGINE         lines of standard input, as they are compared, and their terms
//   node search.mjs find ENGINE SITE LANG   each line is a query; prints what is found in the index of SITE
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [what, engine, site, language] = process.argv.slice(2);
vm.runInThisContext(`${fs.readFileSync(engine, 'utf8')};globalThis.runbookSearch = runbookSearch;`);
const search = globalThis.runbookSearch;
search.load = async (name) => {
  const bytes = fs.readFileSync(path.join(site, 'search', `${name}.js`));
  vm.runInThisContext(new TextDecoder('utf-16le').decode(bytes));
};
const lines = fs.readFileSync(0, 'utf8').replace(/\n$/, '').split('\n');
const out = [];
for (const line of lines) {
  if (what === 'analysis') {
    const normal = search.normal(line);
    const terms = [];
    search.terms(normal, (term, kind, start, end) => terms.push(`${kind.toLowerCase()} ${term} ${start}-${end}`));
    const places = [...normal.starts].map((start, i) => `${start}-${normal.ends[i]}`).join(' ');
    const readings = search.katakana(normal.text).map((reading) => `~ ${reading}`);
    out.push(`? ${line}`, `= ${normal.text}`, `@ ${places}`, ...readings, ...terms.map((term) => `  ${term}`));
  } else {
    const found = await search.find(line, {language, limit: 6});
    out.push(`? ${line}`);
    if (found.missing.length) out.push(`missing: ${found.missing.join(', ')}`);
    if (found.suggestion !== null) out.push(`${found.corrected ? 'corrected' : 'suggestion'}: ${found.suggestion}`);
    for (const hit of found.hits) {
      out.push(`  ${hit.score.toFixed(6)} ${hit.url} ${hit.standing || '-'}`, `    ${hit.snippet} [${hit.marks}]`);
    }
  }
}
process.stdout.write(out.map((line) => `${line}\n`).join(''));
