import type { StudioView } from '@corefans/shared/contracts/studio.ts'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me } from '../../testing/views.ts'
import { OverviewPage } from './overview-page.tsx'

const begun: StudioView = { isCreator: false, tiers: 0, passes: 0, wroteForHolders: false, teams: 0 }
const studio = async (view: Partial<StudioView>) => {
  serve({ 'GET /api/me/studio': () => ({ ...begun, ...view }) })
  await show(<OverviewPage />, { me: me({ handle: 'maya' }), at: '/studio' })
  await screen.findByRole('heading', { name: 'What comes next' })
}
const step = (title: string) => screen.getAllByRole('listitem').find((item) => item.textContent?.includes(title)) as HTMLElement

test('LAY-08 the studio says how far the account has come, and what is done is marked so', async () => {
  await studio({ isCreator: true, tiers: 2, passes: 42, wroteForHolders: true })
  const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
  expect(['Pass tiers', 'Passes out there', 'Teams'].map(fact)).toEqual(['2', '42', '0'])
  expect(step('Sell a pass').textContent).toContain('Done · 2 tiers')
  expect(step('Post something for holders').textContent).toContain('Done')
  expect(step('Get help').textContent).not.toContain('Done')
})

test('LAY-08 each step of a beginner leads to the one place where it is done', async () => {
  await studio({})
  const addressOf = (title: string) => within(step(title)).getByRole('link').getAttribute('href')
  expect(['Sell a pass', 'Give a pass away', 'Get help', 'See your page as others do'].map(addressOf)).toEqual([
    '/studio/passes',
    '/studio/passes',
    '/studio/team',
    '/@maya',
  ])
})

test('LAY-08 exactly the page of the studio that is open is marked in its navigation', async () => {
  await studio({})
  const nav = screen.getByRole('navigation', { name: 'Studio' })
  const marked = within(nav)
    .getAllByRole('link')
    .filter((link) => link.hasAttribute('aria-current'))
  expect(marked.map((link) => link.textContent)).toEqual(['Overview'])
})

test('a studio that cannot be read says so and offers to try again', async () => {
  serve({ 'GET /api/me/studio': () => refuse(503, 'http/unavailable') })
  await show(<OverviewPage />, { me: me(), at: '/studio' })
  expect(await screen.findByRole('button', { name: /again|retry/i })).toBeTruthy()
})

test('a visitor of the studio is led to sign in', async () => {
  await show(<OverviewPage />, { me: null, at: '/studio' })
  expect(screen.queryByRole('heading', { name: 'What comes next' })).toBeNull()
  expect(screen.getByText(/to run your page as a creator/)).toBeTruthy()
})
