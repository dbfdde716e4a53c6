// What the scripts of a page share as globals: `runbook` is made by shared.js from the theme's texts, `runbookSearch` by
// the search's files, each of which adds to it.
declare const runbook: any;

/** The service worker's: addresses of what every page needs. */
declare const files: string[];
