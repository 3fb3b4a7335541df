import { lazyRouteComponent } from '@tanstack/react-router'

export { type Doc, docHeads, isDoc } from './doc-names.ts'
export { LegalLinks } from './legal-links.tsx'
export const LegalPage = lazyRouteComponent(() => import('./legal-page.tsx'), 'LegalPage')
