// One step of `npm test`: runs a tool, keeps what it printed, measures it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of Node. `quiet` holds its output back until it has ended, so that parallel steps do not mix. */
export function runStep({ name, script, args = [], quiet = false }) {
  const began = Date.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  });
  let output = '';
  const take = (chunk) => {
    output += chunk;
    if (!quiet) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) => {
    const end = (ok) => {
      const seconds = (Date.now() - began) / 1000;
      if (quiet && !ok) process.stdout.write(`\n--- ${name} ---\n${output}`);
      console.log(`${ok ? 'passed' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s`);
      resolve({ name, ok, seconds });
    };
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('exit', (code) => end(code === 0));
  });
}
