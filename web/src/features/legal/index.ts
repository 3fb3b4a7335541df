export { type Doc, docHeads, isDoc } from './doc-names.ts'
export { LegalLinks } from './legal-links.tsx'
export { routes } from './routes.ts'
