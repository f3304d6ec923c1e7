import { defineConfig } from '@playwright/test';

const executablePath = process.env['TALON_CHROMIUM'];

/** The built portal, the server and the sandbox, each spec in a world of its own. No retries: a flaky test is a defect. */
export default defineConfig({
  projects: [
    { name: 'specs', testDir: 'e2e/specs' },
    { name: 'pictures', testDir: 'e2e/pictures' },
    { name: 'lighthouse', testDir: 'e2e/lighthouse' },
  ],
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/fixtures/start-talon.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Far above what a busy machine needs: a time-out tells of something that never comes, not of something slow.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json']],
  use: {
    trace: 'retain-on-failure',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
