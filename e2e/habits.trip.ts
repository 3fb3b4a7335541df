import { expect, post, test, url, type Visitor } from './people.ts'

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const main = ({ page }: Visitor) => page.getByRole('navigation', { name: 'Main', exact: true })
const me = async ({ get }: Visitor) => (await (await get('/api/me')).json()).handle

test('LAY-05 Back closes a dialog and keeps the page; a link in one leads on, and Back comes back in one step', async ({ open }) => {
  const fan = await open('fan36', { reducedMotion: 'reduce' })
  const { page } = fan
  const theirs = await post(await open('fan37'), { text: 'A walk by the sea' })
  await page.goto(url('/explore'))
  await page.goto(url(`/post/${theirs.id}`))
  await page.getByRole('article').first().getByRole('button', { name: /^Tip / }).click()
  await expect(dialog(fan)).toBeVisible()
  await page.goBack()
  await expect(dialog(fan)).toHaveCount(0)
  await expect(page).toHaveURL(url(`/post/${theirs.id}`))
  await expect(page.getByText('A walk by the sea')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /, account$/ }).click()
  await dialog(fan).getByRole('link', { name: 'Settings', exact: true }).click()
  await expect(page).toHaveURL(url('/settings'))
  await expect(dialog(fan)).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(url(`/post/${theirs.id}`))
  await expect(page.getByText('A walk by the sea')).toBeVisible()
  expect(fan.complaints).toEqual([])
})

test('LAY-08 two people on one browser: a tab that shows the first does nothing as the second, and becomes theirs', async ({ open }) => {
  const first = await open('fan32')
  const theirs = await post(await open('fan37'), { text: 'Whose like is it' })
  await first.page.goto(url(`/post/${theirs.id}`))
  const like = first.page.getByRole('article').first().getByRole('button', { name: /like/i })
  await expect(like).toBeVisible()
  // Another tab signs somebody else in while this one's like is on its way, and this one is not told.
  await first.page.route(
    '**/api/posts/*/like',
    async (route) => {
      await first.context.request.post(url('/api/demo/sign-in'), { data: { handle: 'fan33' } })
      await route.continue()
    },
    { times: 1 },
  )
  await like.click()
  await expect(first.page.getByRole('button', { name: /@fan33, account/ })).toBeVisible()
  expect(await me(first)).toBe('fan33')
  expect((await (await first.get(`/api/posts/${theirs.id}`)).json()).counts.likes).toBe(0)
})

test('LAY-08 whoever signs out is gone from every tab, with what they had begun to write', async ({ open }) => {
  const first = await open('fan34')
  await first.page.goto(url('/explore'))
  const second = { ...first, page: await first.context.newPage() }
  await second.page.goto(url('/'))
  await second.page
    .getByRole('button', { name: /^(Create|Post|What)/ })
    .first()
    .click()
  await dialog(second).getByRole('textbox').first().fill('something only I may read')
  await expect.poll(() => second.page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('something only I may read')
  await first.page.getByRole('button', { name: /@fan34, account/ }).click()
  await first.page.getByRole('menuitem', { name: /sign out|log out/i }).click()
  await expect.poll(async () => (await first.get('/api/me')).status()).toBe(401)
  await expect(second.page.getByRole('link', { name: /join|sign up/i }).first()).toBeVisible()
  expect(await second.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('something only')
  await second.page.goBack().catch(() => null)
  await expect(second.page.getByText('something only I may read')).toHaveCount(0)
  await expect(second.page.getByRole('button', { name: /@fan34, account/ })).toHaveCount(0)
})

test('UXP-06 without a network every place still answers inside the app, and comes by itself when the network does', async ({ open }) => {
  const fan = await open('fan35')
  const { page } = fan
  await page.goto(url('/explore'))
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await fan.context.setOffline(true)
  const links = main(fan).getByRole('link')
  const answer = page.getByRole('main').getByRole('heading').first()
  for (let i = 0; i < (await links.count()); i++) {
    const to = await links.nth(i).getAttribute('href')
    await links.nth(i).click()
    await expect(page).toHaveURL(url(to ?? ''))
    await expect(answer).toBeVisible()
    await expect(main(fan)).toBeVisible()
  }
  await expect(page.getByText('You are offline. What you see may be old.')).toBeVisible()
  await fan.context.setOffline(false)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('You are offline. What you see may be old.')).toHaveCount(0)
})
