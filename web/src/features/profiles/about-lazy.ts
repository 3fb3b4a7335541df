import { page } from '../../lib/page.tsx'

export const About = page(() => import('./about.tsx'), 'About')
