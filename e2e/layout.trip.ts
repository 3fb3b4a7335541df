import { expect, post, test, url } from './people.ts'

const widths = [1440, 1200, 900, 600, 390, 320]
const nav = (width: number) => (width < 720 ? 'Main, mobile' : 'Main')

test('LAY-01 LAY-02 LAY-03 three columns give way to two and one, and nothing ever scrolls sideways', async ({ open }) => {
  const { page, complaints } = await open('fan1')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/', '/@maya', '/explore', '/notifications', '/wallet', '/wallet/tokens', '/studio', '/settings']) {
      await page.goto(url(path))
      await expect(page.getByRole('main')).toBeVisible()
      expect([width, path, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual(
        [width, path, 0],
      )
    }
    await expect(page.getByRole('navigation', { name: nav(width), exact: true })).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Discover' })).toBeVisible({ visible: width >= 1120 })
    const box = await page.getByRole('main').boundingBox()
    if (width >= 1280) expect(Math.round(box?.width ?? 0)).toBe(656)
    if (width < 720) expect(Math.round(box?.width ?? 0)).toBe(width)
  }
  expect(complaints).toEqual([])
})

test('LAY-02 the main column keeps its place when one comes back', async ({ open }) => {
  const { page } = await open('fan1')
  await page.goto(url('/'))
  await expect(page.getByRole('article').nth(5)).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 1_500))
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(1_500)
  await page.getByRole('link', { name: 'Explore', exact: true }).first().click()
  await expect(page).toHaveURL(url('/explore'))
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(1_500)
})

test('LAY-03 the rail is real: a reason for each suggestion, a followed one leaves, a promotion says so and goes away', async ({
  open,
}) => {
  const { page } = await open('fan9')
  await page.goto(url('/'))
  const rail = page.getByRole('complementary', { name: 'Discover' })
  await expect(rail.getByText('Promoted pass')).toBeVisible()
  await rail.getByRole('button', { name: 'Why this?' }).click()
  await expect(page.getByText(/most sales that you do not hold/)).toBeVisible()
  await page.keyboard.press('Escape')
  await rail.getByRole('button', { name: 'Hide this promotion' }).click()
  await expect(rail.getByText('Promoted pass')).toBeHidden()
  const follow = rail.getByRole('button', { name: /^Follow / }).first()
  const name = ((await follow.getAttribute('aria-label')) ?? '').replace('Follow ', '')
  await rail.getByRole('button', { name: `Why ${name}?` }).click()
  await expect(page.getByText(/Followed by \d|Has \d|New on CoreFans/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await follow.click()
  await page.reload()
  await expect(rail.getByRole('button', { name: /^Follow / }).first()).toBeVisible()
  await expect(rail.getByRole('button', { name: `Follow ${name}`, exact: true })).toHaveCount(0)
})

test('LAY-04 text, pictures, poll and locked posts are one card with one row of actions', async ({ open }) => {
  const [maya, fan] = [await open('maya'), await open('fan2')]
  const made = [
    await post(maya, { text: 'Words only' }),
    await post(maya, { text: 'A question', poll: { options: ['Yes', 'No'] } }),
    await post(maya, { text: 'For holders', audience: { anyOf: [[{ kind: 'pass', tierIds: [2] }]] } }),
  ]
  const rows: string[][] = []
  for (const { id } of made) {
    await fan.page.goto(url(`/post/${id}`))
    const card = fan.page.getByRole('article').first()
    await expect(card.getByRole('button', { name: /likes?$/ })).toBeVisible()
    rows.push(await card.getByRole('button', { name: /likes?$|^Share/ }).allInnerTexts())
  }
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  for (const { id } of made) await maya.context.request.delete(url(`/api/posts/${id}`))
})

test('LAY-05 every link leads somewhere', async ({ open }) => {
  const { page, context } = await open('fan1')
  const statusAt = async (path: string) => (await context.request.get(url(path), { headers: { accept: 'text/html' } })).status()
  const seen = new Set<string>()
  for (const path of [
    '/',
    '/explore',
    '/@maya',
    '/@maya/passes',
    '/@maya/about',
    '/notifications',
    '/wallet',
    '/studio',
    '/settings',
    '/legal/about',
  ]) {
    await page.goto(url(path))
    await page.waitForLoadState('networkidle')
    for (const href of await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      expect([path, href]).not.toEqual([path, '#'])
      if (href.startsWith('/')) seen.add(href.split('#')[0] as string)
    }
  }
  expect(seen.size).toBeGreaterThan(20)
  for (const path of seen) {
    const status = await statusAt(path)
    // Another trip may have taken its post back since; then the API knows nothing of it either.
    const isGone =
      status === 404 && path.startsWith('/post/') && (await context.request.get(url(`/api/posts/${path.slice(6)}`))).status() === 404
    if (!isGone) expect([path, status]).toEqual([path, 200])
  }
})

test('LAY-06 exactly one item of the navigation is the current page', async ({ open }) => {
  const { page } = await open('fan1')
  for (const [path, name] of [
    ['/', 'Home'],
    ['/explore', 'Explore'],
    ['/notifications', 'Notifications'],
    ['/wallet', 'Wallet'],
    ['/market', 'Wallet'],
    ['/@fan1', 'Profile'],
    ['/settings', 'Profile'],
    ['/@maya', 'Explore'],
    ['/token/maya', 'Explore'],
  ] as const) {
    await page.goto(url(path))
    const current = page.getByRole('navigation', { name: 'Main', exact: true }).locator('[aria-current="page"]')
    await expect(current).toHaveCount(1)
    await expect(current).toContainText(name)
  }
})

test('LAY-07 the badge of the navigation counts what is unread, without a reload', async ({ open }) => {
  const [fan, other] = [await open('fan20'), await open('fan21')]
  await fan.page.goto(url('/'))
  const badges = await (await fan.get('/api/me/badges')).json()
  const link = fan.page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /Notifications/ })
  if (badges.notifications > 0) await expect(link).toContainText(String(badges.notifications))
  await other.context.request.delete(url('/api/profiles/fan20/follow'))
  await fan.context.request.post(url('/api/notifications/read'), { data: {} })
  await expect(link).toHaveText('Notifications')
  await other.context.request.put(url('/api/profiles/fan20/follow'), { data: {} })
  await expect(link).toContainText('1')
})

test('LAY-08 the account chip says who is here and signs out', async ({ open }) => {
  const { page, get } = await open('fan22')
  await page.goto(url('/'))
  const me = await (await get('/api/me')).json()
  await page.getByRole('button', { name: `${me.name} @fan22, account` }).click()
  await page.getByRole('menuitem', { name: /sign out|log out/i }).click()
  await expect.poll(async () => (await get('/api/me')).status()).toBe(401)
})

test('LAY-01 on a phone every place is two taps from anywhere, and the bell stands on every page', async ({ open }) => {
  const { page, complaints } = await open('fan1', { viewport: { width: 390, height: 844 } })
  await page.goto(url('/@maya'))
  const me = page.getByRole('navigation', { name: 'Main, mobile' }).getByRole('button', { name: /, account$/ })
  for (const [place, path] of [
    ['Wallet', '/wallet'],
    ['Become a creator', '/studio'],
    ['Settings', '/settings'],
    ['Profile', '/@fan1'],
  ] as const) {
    await me.click()
    await page.getByRole('dialog', { name: 'Me' }).getByRole('link', { name: place, exact: true }).click()
    await expect(page).toHaveURL(url(path))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('link', { name: /^Notifications/ }).first()).toBeVisible()
  }
  expect(complaints).toEqual([])
})

test('LAY-01 what has moved is found at its old address, by whoever is signed in and by a visitor', async ({ open }) => {
  const [fan, visitor] = [await open('fan1'), await open()]
  for (const [old, path] of [
    ['/passes', '/wallet'],
    ['/portfolio', '/wallet/tokens'],
    ['/statements', '/wallet/activity'],
    ['/tips', '/studio/earnings'],
    ['/settings/team', '/studio/team'],
  ] as const) {
    await fan.page.goto(url(old))
    await expect(fan.page).toHaveURL(url(path))
    const answer = await visitor.context.request.get(url(old), { headers: { accept: 'text/html' }, maxRedirects: 0 })
    expect([old, answer.status(), answer.headers().location]).toEqual([old, 301, path])
  }
})

test('LAY-08 a creator has a studio, with the pages of their work and nothing promoted; a fan is offered to become one', async ({
  open,
}) => {
  const [maya, fan] = [await open('maya'), await open('fan23')]
  const main = (page: typeof maya.page) => page.getByRole('navigation', { name: 'Main', exact: true })
  await maya.page.goto(url('/'))
  await main(maya.page).getByRole('link', { name: 'Studio' }).click()
  await expect(maya.page.getByRole('heading', { name: 'Studio' })).toBeVisible()
  const studio = maya.page.getByRole('navigation', { name: 'Studio' })
  for (const part of ['Passes', 'Earnings', 'Team', 'Overview']) {
    await studio.getByRole('link', { name: part }).click()
    await expect(studio.getByRole('link', { name: part })).toHaveAttribute('aria-current', 'true')
  }
  await expect(maya.page.getByText('Promoted pass')).toHaveCount(0)
  await fan.page.goto(url('/'))
  await expect(main(fan.page).getByRole('link', { name: 'Wallet' })).toBeVisible()
  await expect(main(fan.page).getByRole('link', { name: 'Studio' })).toHaveCount(0)
  await fan.page.getByRole('button', { name: /@fan23, account$/ }).click()
  await fan.page.getByRole('menuitem', { name: 'Become a creator' }).click()
  await expect(fan.page).toHaveURL(url('/studio'))
  await expect(fan.page.getByText('Sell a pass')).toBeVisible()
})
