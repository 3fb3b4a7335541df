import AxeBuilder from '@axe-core/playwright'
import { countsPrompts, firstMinute, keyboard, type Minute, pointer } from './first-minute.ts'
import { authenticator, signsUp } from './newcomer.ts'
import { expect, test, url, type Visitor } from './people.ts'

const newName = () => `n${Date.now() % 1e9}`

async function lives({ page }: Visitor, by: typeof pointer): Promise<Minute> {
  await countsPrompts(page)
  await authenticator(page)
  const minute = await firstMinute(page, { url: url('/'), hand: by(page), handle: newName() })
  console.log(`first minute: ${JSON.stringify(minute)}`)
  return minute
}

test('M17 from an empty profile to an opened post: two prompts and seven clicks at most', async ({ open }) => {
  const ann = await open()
  const { ms, presses, prompts } = await lives(ann, pointer)
  expect({ isInTime: ms <= 60_000, prompts: prompts.length, clicks: presses <= 7 }).toEqual({ isInTime: true, prompts: 2, clicks: true })
  expect((await new AxeBuilder({ page: ann.page }).include('main').analyze()).violations).toEqual([])
  expect(ann.complaints).toEqual([])
})

test('M17 by keyboard alone: forty keys at most beside typing', async ({ open }) => {
  const ann = await open()
  const { presses, prompts } = await lives(ann, keyboard)
  expect([prompts.length, presses <= 40]).toEqual([2, true])
  expect(ann.complaints).toEqual([])
})

test('M17 at 390 px by finger: the same, and nothing is wider than the page', async ({ open }) => {
  const ann = await open(null, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { presses, prompts } = await lives(ann, pointer)
  expect([prompts.length, presses <= 7]).toEqual([2, true])
  expect(await ann.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(ann.complaints).toEqual([])
})

test('M17 a visitor who likes joins in place and comes back to it, with the query kept, and the like done', async ({ open }) => {
  const ann = await open()
  const posts = (await (await ann.get('/api/feed?tab=explore')).json()).items as { id: string; locked: boolean }[]
  const at = `/post/${posts.find(({ locked }) => !locked)?.id}?from=a%20friend`
  await ann.page.goto(url(at))
  const like = ann.page
    .getByRole('main')
    .getByRole('article')
    .first()
    .getByRole('button', { name: /likes?$/ })
  await like.click()
  await expect(ann.page.getByRole('dialog', { name: 'Join free to like' })).toBeVisible()
  expect(new URL(ann.page.url()).pathname + new URL(ann.page.url()).search).toBe(at)
  await ann.page.getByRole('dialog').getByRole('link', { name: 'Join free' }).click()
  await signsUp(ann, newName())
  await expect(ann.page).toHaveURL(new RegExp(`${at.split('?')[0]}\\?from=a(%20|\\+)friend$`))
  await expect(like).toHaveAttribute('aria-pressed', 'true')
  await ann.page.reload()
  await expect(like).toHaveAttribute('aria-pressed', 'true')
})
