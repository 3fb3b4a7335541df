import { createRoute, notFound } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { movedTo, under } from '../../lib/root-route.ts'

const SettingsPage = page(() => import('./settings-page.tsx'), 'SettingsPage')
const sections = ['profile', 'account', 'security', 'wallet', 'privacy', 'blocked', 'appearance']

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
