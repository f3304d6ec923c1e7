import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogue } from './tools/vite/catalogue-plugin.ts';

const server = process.env['PORTAL_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), catalogue()],
  build: {
    outDir: 'dist/portal',
    assetsDir: 'assets',
    target: 'es2022',
    // Both would need what the content security policy forbids: inline scripts and data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    port: Number(process.env['PORTAL_DEV_PORT'] ?? 5173),
    strictPort: true,
    proxy: { '/api': server, '/auth': server },
  },
});
