import AxeBuilder from '@axe-core/playwright'
import { expect, test, url } from './people.ts'

const routes = [
  '/',
  '/explore',
  '/@maya',
  '/@neo/passes',
  '/@maya/about',
  '/@maya/polls',
  '/notifications',
  '/wallet',
  '/wallet/tokens',
  '/wallet/market',
  '/wallet/activity',
  '/studio',
  '/studio/passes',
  '/settings',
  '/settings/security',
  '/settings/wallet',
  '/legal/terms',
  '/legal/privacy',
]

test('UXP-04 light, dark and system, kept over a reload and there before the first paint', async ({ open }) => {
  const { page } = await open('fan1', { colorScheme: 'light' })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.goto(url('/settings/appearance'))
  const light = await ground()
  await page.getByText('Dark', { exact: true }).click()
  await expect.poll(ground).not.toBe(light)
  const dark = await ground()
  const first = page.waitForFunction((wanted) => document.body && getComputedStyle(document.body).backgroundColor === wanted, dark, {
    polling: 'raf',
  })
  await page.reload({ waitUntil: 'commit' })
  await first
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await page.getByText('As my system', { exact: true }).click()
  await expect.poll(ground).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe(dark)
})

const judged = [
  ...routes.map((path) => ({ path, who: 'fan1' })),
  ...['/', '/login', '/signup', '/@neo'].map((path) => ({ path, who: null })),
]
for (const colorScheme of ['light', 'dark'] as const) {
  for (const { path, who } of judged) {
    test(`UXP-05 axe finds nothing on ${path} as ${who ?? 'a visitor'}, ${colorScheme}, and the console is silent`, async ({ open }) => {
      const { page, complaints } = await open(who, { colorScheme })
      await page.goto(url(path))
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`)).toEqual([])
      expect(complaints).toEqual([])
    })
  }
}

test('UXP-05 the first key of a keyboard leads past the navigation to the content', async ({ open }) => {
  const { page } = await open('fan1')
  await page.goto(url('/'))
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
})
