// Rules of the house that no linter knows: where the clock is read, and where dates are formatted.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `pattern` is a defect in files that match `where`, unless these match `except`. */
const rules = [
  {
    pattern: /\bnew Date\(\s*\)/,
    where: /^(src|contract|server|sandbox)\//,
    except: /^(src\/(app|queries)\/|(server|sandbox)\/main\.ts$)/,
    says: 'reads the clock: the present moment is an argument here, read it at the edges.',
  },
  {
    pattern: /\bDate\.now\(\s*\)/,
    where: /^(contract|src\/(i18n|ui)|server|sandbox)\//,
    except: /^(server|sandbox)\/main\.ts$/,
    says: 'reads the clock: the present moment is an argument here, read it at the edges.',
  },
  {
    pattern: /\.(toLocale(Date|Time)?String|set(Hours|Minutes)|getHours|getMonth|getFullYear)\(/,
    where: /^(src|contract|server|sandbox)\//,
    except: /^src\/i18n\/format-time\.ts$/,
    says: "uses the device's zone or language: src/i18n/format-time.ts shows times, always in the clinic's zone.",
  },
];
const isTest = /\.test\.tsx?$/;
const comment = /^\s*(\/?\*|\/\/)/;

/** Every sentence that the rules have to say about a file, with its line. Tests may make any date they need. */
export function houseComplaints(path, text) {
  if (isTest.test(path)) return [];
  const applicable = rules.filter(({ where, except }) => where.test(path) && !except.test(path));
  return text
    .split('\n')
    .flatMap((line, index) =>
      comment.test(line)
        ? []
        : applicable
            .filter(({ pattern }) => pattern.test(line))
            .map(({ says }) => `${path}:${index + 1} ${says}`),
    );
}

/** The complaints about the whole tree. */
export function houseComplaintsOfTree() {
  return ['src', 'contract', 'server', 'sandbox']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => houseComplaints(path, readFileSync(join(root, path), 'utf8')));
}
