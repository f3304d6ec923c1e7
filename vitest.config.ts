import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { catalogue } from './tools/vite/catalogue-plugin.ts';

/** Far above what a busy machine needs: a time-out tells of something that never comes, not of something slow. */
const patience = { testTimeout: 120_000, hookTimeout: 300_000 };

const setupFiles = ['tools/vitest/quiet-console.ts'];

/** `pure` knows of dates and runs in three time zones; `parts` starts servers and databases; `screens` needs a document; `prove` kills a real PostgreSQL. */
export default defineConfig({
  plugins: [react(), catalogue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          ...patience,
          setupFiles,
          include: ['{contract,src,docs,server/upstreams}/**/*.test.ts'],
          exclude: ['**/*.live.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          ...patience,
          setupFiles,
          include: ['{server,sandbox,tools}/**/*.test.ts'],
          exclude: ['server/upstreams/**/!(*.live).test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'prove',
          setupFiles,
          include: ['prove/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          ...patience,
          environment: 'jsdom',
          setupFiles: [...setupFiles, 'tools/vitest/patient-queries.ts'],
          include: ['src/**/*.test.tsx'],
        },
      },
    ],
  },
});
