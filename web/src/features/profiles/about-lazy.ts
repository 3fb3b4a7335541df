import { lazyRouteComponent } from '@tanstack/react-router'

export const About = lazyRouteComponent(() => import('./about.tsx'), 'About')
