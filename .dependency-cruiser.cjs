// The import law, as rules. Runs in `npm run check`; a break fails it with the rule's own sentence.
const { laws } = require('./layers.cjs')

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })
const store = '/store(/|\\.ts$)'
// Arithmetic of the chain: values in, values out.
const pureChain = '^chain/src/(pass-id|tier-word|orders|sale-flags|curve|fees|watch/decode|watch/emitters|addresses)\\.ts$|^chain/src/abi/'
const notTests = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...laws,
    error('no-cycles', 'A depends on B or B on A, never both.', {}, { circular: true }),
    error(
      'module-front-door-only',
      'Another module is entered through its index.ts only.',
      { path: '^server/src/modules/([^/]+)/' },
      { path: '^server/src/modules/[^/]+/', pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'] },
    ),
    error(
      'rules-are-pure',
      'rules.ts decides on plain values: no db, clock, network, or other module.',
      { path: '/rules(/|\\.ts$)', pathNot: notTests },
      { pathNot: ['^shared/src/', '/rules(/|\\.ts$)', '/(errors|problems|types)\\.ts$', pureChain] },
    ),
    error(
      'store-looks-at-kernel-only',
      'store.ts talks to SQL; it never calls upward.',
      { path: `^server/src/modules/.*${store}`, pathNot: notTests },
      // access gives the columns that decide, as text of SQL: rows bring their gates along in one statement.
      { path: '^server/src/modules/', pathNot: [store, '/(rules(/|\\.ts$)|types\\.ts$)', '^server/src/modules/access/index\\.ts$'] },
    ),
    error(
      'only-commands-and-reads-touch-store',
      'Edges (routes, on-events, on-chain, jobs) call a command.',
      { path: '^server/src/modules/[^/]+/(routes|on-events|on-chain|jobs|webhook|present|rules)\\.ts$' },
      { path: store, dependencyTypesNot: ['type-only'] },
    ),
    error(
      'kernel-knows-no-module',
      'The kernel serves every module and names none.',
      { path: '^server/src/kernel/' },
      { path: '^server/src/(modules|demo)/' },
    ),
    error(
      'nobody-knows-the-demo',
      'The demo is a guest: the product runs without it.',
      { path: '^server/src/modules/', pathNot: notTests },
      { path: '^server/src/demo/' },
    ),
    error('shared-is-the-floor', 'Imported by all, imports nobody.', { path: '^shared/' }, { path: '^(server|web|chain|contracts)/' }),
    error('chain-knows-no-server', 'The chain can be watched without a server.', { path: '^chain/' }, { path: '^(server|web)/' }),
    error(
      'web-is-apart',
      'web meets server only through shared/ contracts and HTTP; of chain it takes the wallet actions.',
      { path: '^web/' },
      { path: '^(server|chain/src/watch)/' },
    ),
    error(
      'web-feature-front-door',
      'Another feature is entered through its index only.',
      { path: '^web/src/features/([^/]+)/' },
      { path: '^web/src/features/[^/]+/', pathNot: ['^web/src/features/$1/', '^web/src/features/[^/]+/index\\.tsx?$'] },
    ),
    error(
      'everything-resolves',
      'An import that leads nowhere is a law that nobody checks.',
      { path: '^(shared|chain|server|web)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^contracts/(out|cache|lib)/', '/dist/', '\\.(css|svg|png|woff2?)$'] },
    // `@corefans/shared/…` goes through the package's exports to shared/src, so that the laws see it.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
