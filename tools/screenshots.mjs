// The picture book in docs/pictures: every screen at phone and desktop width, in each language, light and dark.
import { readdirSync, writeFileSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

if (!run('tools/build.mjs')) process.exit(1);
const only = process.argv.slice(2);
const ok = run(
  'node_modules/@playwright/test/cli.js',
  ['test', '--project=pictures', '--reporter=line', ...only],
  {
    TALON_CHROMIUM: await findChromium(),
  },
);
if (!ok) process.exit(1);

const screens = [
  ...new Set(
    readdirSync('docs/pictures/light').map((file) => file.replace(/-(ru|en)-(phone|desktop)\.jpg$/, '')),
  ),
];
const row = (screen) =>
  ['ru', 'en']
    .flatMap((language) => ['phone', 'desktop'].map((size) => `${screen}-${language}-${size}.jpg`))
    .map(
      (file) =>
        `[${file.split('-').slice(-2).join(' ').replace('.jpg', '')}](light/${file}) ([dark](dark/${file}))`,
    )
    .join(' · ');
writeFileSync(
  'docs/pictures/README.md',
  `# Every screen, as it looks\n\nMade by \`npm run screenshots\`; all people are invented.\n\n${screens.map((screen) => `- **${screen}**: ${row(screen)}`).join('\n')}\n`,
);
