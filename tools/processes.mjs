// Starts the parts of Talon as processes, waits until they answer, and stops them together.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a TypeScript entry through tsx. Its output is kept, and shown where `show` says so or when it dies. */
export const startPart = (name, entry, { env = {}, watch = false, show = false } = {}) =>
  startNode(name, watch ? ['node_modules/tsx/dist/cli.mjs', 'watch', entry] : ['--import', 'tsx', entry], {
    env,
    show,
  });

/** Runs the built server, as production does. */
export const startServer = ({ env = {} } = {}) =>
  startNode('server', ['--enable-source-maps', 'dist/server/main.js'], { env });

/** Runs Node with these arguments, as `startPart` does. */
export function startNode(name, args, { env = {}, show = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  const keep = (chunk) => {
    tail = `${tail}${chunk}`.slice(-4_000);
    if (show) process.stdout.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  return { name, child, ended, lastWords: () => tail };
}

/** Resolves when the address answers 200; rejects with the part's own sentence when it dies first. */
export async function untilReady(part, url, patienceMs = 300_000) {
  const deadline = Date.now() + patienceMs;
  let over = false;
  const death = part.ended.then(() => {
    over = true;
    throw new Error(sentenceOf(part));
  });
  const answer = async () => {
    while (!over && Date.now() < deadline) {
      const ok = await fetch(url).then(
        (reply) => reply.ok,
        () => false,
      );
      if (ok) return;
      await wait(150);
    }
    if (!over) throw new Error(`The ${part.name} did not answer at ${url} within ${patienceMs / 1000} s.`);
  };
  await Promise.race([death, answer()]);
}

/** The last line that a part said in plain words. */
export function sentenceOf(part) {
  const lines = part
    .lastWords()
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('{') && !line.startsWith('('));
  return lines.at(-1) ?? `The ${part.name} stopped.`;
}

export async function stopAll(parts) {
  for (const { child } of [...parts].reverse()) if (child.exitCode === null) child.kill('SIGTERM');
  await Promise.all(parts.map(({ ended }) => ended));
}

/** Stops everything when one part dies or the person presses Ctrl+C. */
export function liveTogether(parts) {
  let stopping = false;
  const stop = async (code) => {
    if (stopping) return;
    stopping = true;
    await stopAll(parts);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(0));
  for (const part of parts)
    void part.ended.then(() => {
      if (!stopping) console.error(sentenceOf(part));
      return stop(1);
    });
}
