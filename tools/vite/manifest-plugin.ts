import type { Plugin } from 'vite';
import { readLanguage, readLanguages } from './catalogue-plugin.ts';

const fileName = (language: string) => `manifest.${language}.webmanifest`;
const asked = /^\/manifest\.([\w-]+)\.webmanifest$/;

const paper = '#f6f3ec';

/** One id in every language: it is one portal, however it is called. */
function manifestOf(language: string): string {
  const words = readLanguage(language);
  const name = words['common.product'];
  return JSON.stringify({
    id: '/',
    name,
    short_name: name,
    description: words['sign-in.title'],
    lang: language,
    dir: readLanguages()[language]?.direction,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    categories: ['medical', 'health'],
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
}

/** A manifest for each language, so that an installed portal is called what its person calls it. */
export function manifests(): Plugin {
  return {
    name: 'talon-manifests',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const language = asked.exec(request.url ?? '')?.[1];
        if (language === undefined || !(language in readLanguages())) return next();
        response.setHeader('content-type', 'application/manifest+json');
        return response.end(manifestOf(language));
      });
    },
    generateBundle() {
      for (const language of Object.keys(readLanguages()))
        this.emitFile({ type: 'asset', fileName: fileName(language), source: manifestOf(language) });
    },
  };
}
