import type { Plugin, Rolldown } from 'vite';

const show = 'src/app/show.tsx';

/**
 * The page names what its small beginning imports later, so that all of the first load travels at once: scripts and the styles
 * that come with them.
 */
export function firstLoad(): Plugin {
  return {
    name: 'talon-first-load',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.find(({ facadeModuleId, moduleIds }) =>
          [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(show)),
        );
        if (!first) throw new Error(`Nothing was built of ${show}.`);
        const wanted = withImports(first, chunks);
        const styles = new Set(wanted.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
        return [
          ...[...styles].map((file) => link({ rel: 'stylesheet', href: `/${file}`, crossorigin: true })),
          ...wanted
            .filter(({ fileName }) => !html.includes(fileName))
            .map(({ fileName }) => link({ rel: 'modulepreload', href: `/${fileName}`, crossorigin: true })),
        ];
      },
    },
  };
}

const link = (attrs: Record<string, string | boolean>) => ({ tag: 'link', attrs, injectTo: 'head' as const });

function withImports(first: Rolldown.OutputChunk, all: readonly Rolldown.OutputChunk[]) {
  const wanted = new Set([first]);
  for (const chunk of wanted)
    for (const found of all) if (chunk.imports.includes(found.fileName)) wanted.add(found);
  return [...wanted];
}
