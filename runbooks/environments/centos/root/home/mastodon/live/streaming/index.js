// Node.js is real here; the streaming server is a stub: see runbooks/environments/centos/README.md.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const script = `./${path.relative(process.cwd(), process.argv[1])}`;
const run = spawnSync('/usr/libexec/runbook/stub', ['node', script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
