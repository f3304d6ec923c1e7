// Checks that the commits since the convention was adopted are Conventional Commits (commitlint.config.mjs).
import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

/** The last commit before the convention. */
const adopted = '0037ee7309a8da5b328b38be20085b1386107aac';

const knows = (commit) => spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`]).status === 0;
if (!knows(adopted)) {
  console.log('Commits: the history does not reach back to the convention (a shallow clone or no clone).');
} else if (!run('node_modules/@commitlint/cli/cli.js', ['--from', adopted, '--to', 'HEAD'])) {
  process.exit(1);
}
