/** Which part may import which: one rule for each arrow of the tree (docs: README, "The tree"). */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const notFrom = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    forbid('no-circles', {}, { circular: true }, 'Two files that need each other are one file, or three.'),
    forbid(
      'contract-imports-nothing',
      { path: '^contract/', pathNot: notFrom },
      { path: '^(src|server|sandbox|e2e|tools)/' },
      'The contract runs anywhere.',
    ),
    forbid(
      'production-needs-no-tools',
      { path: '^(server|contract)/', pathNot: `${notFrom}|/testing/` },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
      'What production runs is installed by `npm ci --omit=dev`.',
    ),
    forbid(
      'sandbox-is-a-witness',
      { path: '^sandbox/' },
      { path: '^(src|server|contract|e2e)/' },
      'A shared misunderstanding must not pass the tests.',
    ),
    forbid(
      'portal-knows-only-the-contract',
      { path: '^src/' },
      { path: '^(server|sandbox|e2e)/' },
      'The browser sees nothing of the server.',
    ),
    forbid(
      'server-knows-only-the-contract',
      { path: '^server/', pathNot: notFrom },
      { path: '^(src|sandbox|e2e)/' },
      'The server runs without the sandbox.',
    ),
    forbid(
      'specs-read-only-words',
      { path: '^e2e/' },
      { path: '^(src/(?!i18n/locales/)|server/|sandbox/)' },
      'Specs see what a person sees.',
    ),
    forbid(
      'proofs-see-no-screens',
      { path: '^prove/' },
      { path: '^(src|e2e)/' },
      'Proofs are about databases and processes.',
    ),
    forbid(
      'proofs-are-nobodys-parts',
      { pathNot: '^prove/' },
      { path: '^prove/' },
      'A proof is run, and imported by nobody.',
    ),
    forbid(
      'ui-knows-nothing-of-ours',
      { path: '^src/ui/' },
      { path: '^(contract|src/(?!ui/))' },
      'Words come in as props.',
    ),
    forbid(
      'i18n-knows-only-the-contract',
      { path: '^src/i18n/' },
      { path: '^src/(app|features|queries|ui)/' },
      'Words know no screens.',
    ),
    forbid(
      'queries-know-no-screens',
      { path: '^src/queries/' },
      { path: '^src/(app|features|ui)/' },
      'Data is language-free and screen-free.',
    ),
    forbid(
      'features-are-strangers',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
      'Features are composed in app/routes.',
    ),
    forbid(
      'features-do-not-know-the-app',
      { path: '^src/features/' },
      { path: '^src/app/' },
      'The app composes features, never the other way.',
    ),
    forbid(
      'app-sees-only-entrances',
      { path: '^src/app/', pathNot: notFrom },
      { path: '^src/features/', pathNot: '-(screen|form|flow|panel)\\.tsx?$' },
      'A feature is entered by its screens, panels, forms and flows.',
    ),
    forbid(
      'operations-do-not-know-routes',
      { path: '^server/operations/', pathNot: notFrom },
      { path: '^server/(routes|plugins|app)' },
      'Operations are called, and call nobody back.',
    ),
    forbid(
      'session-knows-no-routes',
      { path: '^server/session/', pathNot: notFrom },
      { path: '^server/(routes|plugins|operations|app)' },
      'Who is signed in does not depend on what they do.',
    ),
    forbid(
      'routes-do-not-know-the-app',
      { path: '^server/(routes|plugins)/', pathNot: notFrom },
      { path: '^server/(app|main)\\.ts$' },
      'The app composes routes, never the other way.',
    ),
    forbid(
      'store-knows-nobody',
      { path: '^server/store/', pathNot: notFrom },
      { path: '^server/(routes|plugins|operations|session|upstreams|app|main)' },
      'Tables serve everybody and know nobody.',
    ),
    forbid(
      'adapters-know-only-the-kit',
      { path: '^server/upstreams/', pathNot: notFrom },
      { path: '^server/(?!upstreams/)' },
      'An adapter knows its vendor and the kit.',
    ),
    forbid(
      'adapters-are-strangers',
      { path: '^server/upstreams/(mis|connect|loop)/' },
      { path: '^server/upstreams/(mis|connect|loop)/', pathNot: '^server/upstreams/$1/' },
      'One vendor never sees another.',
    ),
    forbid(
      'the-kit-knows-no-vendor',
      { path: '^server/upstreams/kit/' },
      { path: '^server/upstreams/(mis|connect|loop)/' },
      'The kit serves every vendor.',
    ),
    forbid(
      'vendors-are-behind-ports',
      { path: '^server/(?!upstreams/)' },
      { path: '^server/upstreams/(mis|connect|loop)/' },
      'Outside, only ports and the domain.',
    ),
    forbid(
      'wire-stays-in-its-adapter',
      { pathNot: '^server/upstreams/(mis|connect|loop)/' },
      { path: '^server/upstreams/.*(-wire|-refusals|/translate-[^/]+)\\.ts$' },
      'What a vendor sends is seen by its adapter only.',
    ),
    forbid(
      'store-is-for-operations-and-session',
      { path: '^server/(routes|plugins|upstreams)/' },
      { path: '^server/store/' },
      'Tables are seen by operations and session.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|node_modules)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
