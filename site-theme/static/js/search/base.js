'use strict';
// The search's engine. It is written twice, here and in Java (dev.runbook.site.search), and both find the same: golden
// files that both run hold them together. Nothing here knows the page that it runs on.
/** @type {any} */
const runbookSearch = {};
