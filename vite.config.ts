import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogue } from './tools/vite/catalogue-plugin.ts';
import { manifests } from './tools/vite/manifest-plugin.ts';
import { offlineWorker } from './tools/vite/offline-worker-plugin.ts';

const server = process.env['PORTAL_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), catalogue(), manifests(), offlineWorker()],
  build: {
    outDir: 'dist/portal',
    assetsDir: 'assets',
    target: 'es2022',
    // Both would need what the content security policy forbids: inline scripts and data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Two files for the first load instead of two dozen: libraries, which seldom change, and all that the start page needs.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/((react|react-dom|scheduler|wouter|regexparam|mitt|use-sync-external-store)\/|@tanstack\/(?!.*(virtual|[mM]utationObserver|useMutation)))/,
            },
            {
              name: 'base',
              test: /\/src\/(main|app\/(?!routes\/|later\/)|features\/my-bookings\/(?!later\/))/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env['PORTAL_DEV_PORT'] ?? 5173),
    strictPort: true,
    proxy: { '/api': server, '/auth': server },
  },
});
