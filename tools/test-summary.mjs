// The end of `npm test`: a table of the steps, every failed test of every step, and the line that CI counts.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => {
  const file = `${root}test-results/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

const vitestFailures = (report) =>
  (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status: one }) => one === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${message.split('\n')[0]}`];
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });

const playwrightFailures = (report) => {
  const of = ({ specs = [], suites = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/specs/${file}:${line}: ${title}`),
    ...suites.flatMap(of),
  ];
  return (report?.suites ?? []).flatMap(of);
};

const vitestReports = ['unit-UTC', 'unit-America-St_Johns', 'unit-Pacific-Auckland', 'prove-report'];

/** Reports that the steps leave behind; removed before they run, so that an old one never counts. */
export const reports = [...vitestReports, 'e2e-report', 'unit', 'prove', 'e2e'].map(
  (name) => `${root}test-results/${name}.json`,
);

/** Prints the summary; answers whether everything passed. */
export function summarise(steps) {
  const failures = [
    ...vitestReports.flatMap((name) => vitestFailures(read(name))),
    ...playwrightFailures(read('e2e-report')),
  ];
  const counts = ['unit', 'prove', 'e2e'].map((name) => read(name) ?? { passed: 0, failed: 0 });
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const brokenSteps = steps.filter(({ ok }) => !ok);
  const width = Math.max(...steps.map(({ name }) => name.length));
  console.log('\nSummary');
  for (const { name, ok, seconds } of steps)
    console.log(`  ${name.padEnd(width)}  ${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(7)} s`);
  if (failures.length > 0) console.log(`\nFailed tests\n${failures.map((line) => `  ${line}`).join('\n')}`);
  const failed = brokenSteps.length === 0 ? sum('failed') : Math.max(1, sum('failed'));
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 && sum('passed') > 0;
}
