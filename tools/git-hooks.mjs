// npm's `prepare`: points git at .githooks, in a checkout that has no hooks path of its own.
import { spawnSync } from 'node:child_process';

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });
const inCheckout = git('rev-parse', '--is-inside-work-tree').stdout?.trim() === 'true';
const configured = git('config', '--get', 'core.hooksPath').stdout?.trim();
if (inCheckout && !configured) git('config', 'core.hooksPath', '.githooks');
