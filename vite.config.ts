import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogue } from './tools/vite/catalogue-plugin.ts';
import { firstLoad } from './tools/vite/first-load-plugin.ts';
import { manifests } from './tools/vite/manifest-plugin.ts';
import { offlineWorker } from './tools/vite/offline-worker-plugin.ts';

const server = process.env['PORTAL_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), catalogue(), manifests(), firstLoad(), offlineWorker()],
  // React has had it since 18; the router asks for the stand-in, which would travel with every first load.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  build: {
    outDir: 'dist/portal',
    assetsDir: 'assets',
    target: 'es2022',
    // Both would need what the content security policy forbids: inline scripts and data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few files for the first load instead of two dozen.
        codeSplitting: {
          groups: [
            // What runs before the rest is there: nothing that it imports may be elsewhere (src/main.ts).
            {
              name: 'start',
              priority: 1,
              test: /\/src\/(main\.ts|paths\.ts|app\/routes\.ts|queries\/(head-start|person-asked)|i18n\/(words-store|load-words|language|say)\.ts)|virtual:languages|preload-helper/,
            },
            // Libraries, which seldom change.
            {
              name: 'vendor',
              test: /node_modules\/((react|react-dom|scheduler|wouter|regexparam|mitt)\/|@tanstack\/(?!.*(virtual|[mM]utationObserver|useMutation)))/,
            },
            // All that the start page needs.
            {
              name: 'base',
              test: /\/src\/(app\/(?!routes\.ts|later\/|routes\/(?!bookings-route))|features\/my-bookings\/(?!later\/))/,
            },
            // What comes to every page as soon as it is shown.
            {
              name: 'around',
              test: /\/src\/(app\/later\/(live-news|fresh-copy)|features\/.+\/(unsent-panel|news-panel|keep-panel|session-warning-panel))\.tsx/,
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
