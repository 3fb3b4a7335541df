import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * What the first paint needs comes first: the style and the one font. Scripts follow, side by side and with low priority:
 * the page is there before they are. File names carry hashes, so they are known only here.
 */
const paintFirst: Plugin = {
  name: 'paint-first',
  enforce: 'post',
  transformIndexHtml(html, { bundle }) {
    const files = Object.keys(bundle ?? {})
    const font = files.find((file) => file.endsWith('.woff2'))
    const shared = files.filter((file) => /(vendor|base|rolldown-runtime)-[^/]+\.js$/.test(file))
    const links = [
      ...(font ? [{ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' }] : []),
      ...shared.map((file) => ({ rel: 'modulepreload', href: `/${file}`, fetchpriority: 'low', crossorigin: '' })),
    ]
    return {
      html: html.replace('<script type="module"', '<script type="module" fetchpriority="low"'),
      tags: links.map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const })),
    }
  },
}

/** All CSS is one file and a page's chunks are named in its head, so `import()` needs no helper that looks for more. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : null),
}

/**
 * Two chunks carry what every first route needs: libraries that never change, and the shell with the parts that each page shows.
 * Forty small chunks were 11 KB gz more (2026-11-22). What is only in some first routes stays with them: docs/decisions/0013.
 */
const shown = 'ui/(avatar|night-sky)|features/(presence|people/(follow|person)|polls/(votes|tally)|posts/posts|passes/begin)'
const groups = [
  { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store)\//, tags: ['$initial' as const] },
  { name: 'base', test: new RegExp(`web/src/(${shown})`) },
  { name: 'base', test: /web\/src\/(?!app\/entry)/, tags: ['$initial' as const] },
]

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), paintFirst, plainImports],
  // React has had this hook itself since version 18: its stand-in need not travel.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
  server: {
    proxy: {
      '/api': { target: process.env['API'] ?? 'http://localhost:3000', ws: true },
      '/media': process.env['API'] ?? 'http://localhost:3000',
    },
  },
  build: {
    target: 'es2022',
    manifest: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups } } },
  },
}))
