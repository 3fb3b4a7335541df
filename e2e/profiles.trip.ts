import { expect, post, test, url } from './people.ts'

const head = (html: string) => html.slice(0, html.indexOf('</head>'))

test('PRO-01 one page for three kinds of people: the same head, other actions, and one address', async ({ open }) => {
  const [visitor, fan, maya] = [await open(), await open('fan3'), await open('maya')]
  const heads = await Promise.all(
    [visitor, fan, maya].map(async (who) =>
      head(await (await who.context.request.get(url('/@maya'), { headers: { accept: 'text/html' } })).text()),
    ),
  )
  expect(new Set(heads).size).toBe(1)
  expect(heads[0]).toContain('Maya Duarte')
  for (const who of [visitor, fan, maya]) await who.page.goto(url('/@maya'))
  await expect(maya.page.getByRole('link', { name: /edit profile/i })).toBeVisible()
  await expect(fan.page.getByRole('region', { name: 'Profile' }).getByRole('button', { name: /^Follow(ing)? Maya Duarte/ })).toBeVisible()
  await expect(maya.page.getByRole('button', { name: 'Follow Maya Duarte' })).toHaveCount(0)
  const moved = await visitor.context.request.get(url('/@MAYA'), { maxRedirects: 0, headers: { accept: 'text/html' } })
  expect([moved.status(), moved.headers()['location']]).toEqual([301, '/@maya'])
  expect((await visitor.context.request.get(url('/@nobody_at_all'), { headers: { accept: 'text/html' } })).status()).toBe(404)
  expect(visitor.complaints).toEqual([])
})

test('PRO-02 counters move in a page that is already open', async ({ open }) => {
  const [fan, alex] = [await open('fan1'), await open('alex')]
  await fan.page.goto(url('/@alex'))
  const posts = fan.page.getByRole('navigation', { name: 'Content' }).getByRole('link', { name: /Posts/ })
  const { counters } = await (await fan.get('/api/profiles/alex')).json()
  await expect(posts).toContainText(String(counters.posts))
  const made = await post(alex, { text: 'One more' })
  await expect(posts).toContainText(String(counters.posts + 1))
  await alex.context.request.delete(url(`/api/posts/${made.id}`))
  await expect(posts).toContainText(String(counters.posts))
})

test('PRO-05 an empty name is refused at the field, and nothing else is lost', async ({ open }) => {
  const { page, get } = await open('fan30')
  await page.goto(url('/settings/profile'))
  const name = page.getByLabel('Name', { exact: true })
  const before = await name.inputValue()
  await name.fill('')
  await page.getByLabel(/^Location/).fill('Somewhere new')
  await page.getByRole('button', { name: /save/i }).first().click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  expect((await (await get('/api/profiles/fan30')).json()).name).toBe(before)
  await expect(page.getByLabel(/^Location/)).toHaveValue('Somewhere new')
})

for (const [timezoneId, month] of [
  ['America/Los_Angeles', 'Dec 2025'],
  ['Asia/Tokyo', 'Jan 2026'],
] as const) {
  test(`PRO-06 somebody who joined at 01:00 UTC on New Year's Day joined in ${month} for ${timezoneId}`, async ({ open }) => {
    const { page } = await open(null, { timezoneId })
    await page.route('**/api/profiles/otis', async (route) => {
      const profile = await (await route.fetch()).json()
      await route.fulfill({ json: { ...profile, joinedAt: '2026-01-01T01:00:00.000Z' } })
    })
    await page.goto(url('/explore'))
    await page
      .getByRole('link', { name: /Otis Greene/ })
      .first()
      .click()
    await expect(page.getByRole('main').locator('time', { hasText: month }).first()).toBeVisible()
  })
}
