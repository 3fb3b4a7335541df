import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { movedTo, under } from '../../lib/root-route.ts'

const SettingsPage = lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage')
const sections = ['profile', 'account', 'security', 'wallet', 'privacy', 'appearance']

const settings = createRoute({ getParentRoute: under, path: '/settings', component: SettingsPage })
const section = createRoute({
  getParentRoute: under,
  path: '/settings/$section',
  component: SettingsPage,
  loader: ({ params }) => {
    if (!sections.includes(params.section)) throw notFound()
  },
})

export const routes = [settings, section, movedTo('/settings/team', '/studio/team')] as const
