// Runs queries in the search of a site, or in Pagefind's: node find.mjs runbook|pagefind FOLDER < queries.json
// Prints for each query the pages of the first ten hits and the bytes that were loaded for it; with `cold`, each query finds
// nothing loaded.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [engine, folder, cold] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, 'utf8'));
let loaded = 0;

async function runbook() {
  const source = `${fs.readFileSync(path.join(folder, 'assets/search.js'), 'utf8')};globalThis.made = runbookSearch;`;
  const fresh = () => {
    vm.runInThisContext(`(() => {${source}})()`);
    const search = globalThis.made;
    globalThis.runbookSearch = search;
    search.load = async (name) => {
      const bytes = fs.readFileSync(path.join(folder, 'search', `${name}.js`));
      loaded += bytes.length;
      vm.runInThisContext(new TextDecoder('utf-16le').decode(bytes));
    };
    return search;
  };
  let search = fresh();
  return async (query) => {
    if (cold) search = fresh();
    const {hits} = await search.find(query, {language: 'ja', limit: 10});
    return hits.map(({url}) => decodeURIComponent(url.replace(/\.html(#.*)?$/, '')));
  };
}

async function pagefind() {
  const home = path.resolve(folder, 'pagefind');
  globalThis.window = globalThis;
  globalThis.location = new URL('http://127.0.0.1/');
  globalThis.document = {querySelector: () => ({getAttribute: () => 'ja'}), currentScript: null};
  globalThis.fetch = async (address) => {
    const name = decodeURIComponent(String(address)).replace(/\?.*$/, '').replace(/^.*\/pagefind\//, '');
    const bytes = fs.readFileSync(path.join(home, name));
    loaded += bytes.length;
    return new Response(bytes, {headers: {'content-type': name.endsWith('.json') ? 'application/json' : ''}});
  };
  const found = await import(path.join(home, 'pagefind.js'));
  await found.options({basePath: 'http://127.0.0.1/pagefind/', baseUrl: '/', noWorker: true});
  await found.init('ja');
  return async (query) => {
    const {results} = await found.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.map(({url}) => decodeURIComponent(url).replace(/^\//, '').replace(/\.html$/, ''));
  };
}

const find = await (engine === 'runbook' ? runbook() : pagefind());
const out = [];
for (const query of queries) {
  const before = loaded;
  const pages = [...new Set(await find(query))];
  out.push({pages, bytes: loaded - before});
}
process.stdout.write(JSON.stringify(out));
