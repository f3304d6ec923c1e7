import { defineConfig } from 'vitest/config';

/** What the mutants of rules, refusal maps and outcomes are held against: quick tests only, in one zone. */
export default defineConfig({
  test: {
    include: [
      'contract/**/*.test.ts',
      'server/upstreams/**/!(*.live).test.ts',
      'server/operations/{look-times,settle-cancel}.test.ts',
    ],
    setupFiles: ['tools/vitest/quiet-console.ts'],
  },
});
