import AxeBuilder from '@axe-core/playwright'
import { expect, test, url, type Visitor } from './people.ts'

const nav = ({ page }: Visitor) => page.getByRole('navigation', { name: 'Main', exact: true })
const badge = (who: Visitor) => nav(who).getByRole('link', { name: /^Messages/ })
const lines = ({ page }: Visitor) => page.getByRole('log', { name: 'Messages' })
const row = ({ page }: Visitor, name: string) =>
  page.getByRole('region', { name: 'Conversations' }).getByRole('link', { name: new RegExp(name) })
const field = ({ page }: Visitor, name: string) => page.getByRole('textbox', { name: `Message ${name}` })

test('NOT-02 fan1 begins with exactly “Messages 10”; opening three unread lines makes it 7 on two other tabs without a reload', async ({
  open,
}) => {
  const fan = await open('fan1')
  await fan.page.goto(url('/'))
  const others = [await fan.context.newPage(), await fan.context.newPage()]
  for (const [i, page] of others.entries()) await page.goto(url(i === 0 ? '/explore' : '/messages'))
  await expect(badge(fan)).toHaveText('Messages10')
  const counts = (page: (typeof others)[number]) =>
    page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Messages/ })
  for (const page of others) await expect(counts(page)).toHaveText('Messages10')
  await fan.page.goto(url('/messages'))
  await expect(row(fan, 'Maya').getByRole('img', { name: '3 unread' })).toBeVisible()
  await row(fan, 'Maya').click()
  await expect(lines(fan).getByText('Also: the tea that you wrote about is excellent.')).toBeVisible()
  for (const page of others) await expect(counts(page)).toHaveText('Messages7')
  await expect(badge(fan)).toHaveText('Messages7')
  await row(fan, 'Neo').click()
  await expect(lines(fan).getByText('Neon Studio · Chatter')).toBeVisible()
  expect((await new AxeBuilder({ page: fan.page }).analyze()).violations).toEqual([])
  expect(fan.complaints).toEqual([])
})

test('MSG-01 two people write: lines, typing and reading arrive live, a tunnel loses nothing, and a closed tab loses no draft', async ({
  open,
}) => {
  const [otis, fan] = [await open('otis'), await open('fan20')]
  await fan.page.goto(url('/@otis'))
  await fan.page.getByRole('button', { name: /^Message / }).click()
  await fan.page.getByRole('dialog').getByRole('textbox').fill('First, from your profile')
  await fan.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await fan.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(lines(fan).getByText('First, from your profile')).toBeVisible()
  const { items } = await (await fan.get('/api/messages/threads')).json()
  const threadId = items[0].id as string
  const name = items[0].others[0].name as string

  await otis.page.goto(url(`/messages/${threadId}`))
  await expect(lines(otis).getByText('First, from your profile')).toBeVisible()
  const accept = otis.page.getByRole('button', { name: 'Accept' })
  if (await accept.isVisible()) await accept.click()
  const mine = otis.page.getByRole('textbox', { name: /^Message / })
  await mine.fill('h')
  await expect(lines(fan).getByText(/is typing/)).toBeVisible()
  await mine.fill('hello back')
  await mine.press('Enter')
  await expect(lines(fan).getByText('hello back')).toBeVisible()
  await expect(lines(otis).getByText('Seen')).toBeVisible()

  await fan.context.setOffline(true)
  for (const text of ['in a tunnel', 'and still']) {
    await field(fan, name).fill(text)
    await field(fan, name).press('Enter')
  }
  await expect(lines(fan).getByText('Not sent: You seem to be offline')).toBeVisible()
  await fan.context.setOffline(false)
  await lines(fan).getByRole('button', { name: 'Try again' }).first().click()
  await expect(lines(otis).getByText('and still')).toBeVisible()
  const sent = (await (await fan.get(`/api/messages/threads/${threadId}/messages`)).json()).items.map(({ text }: { text: string }) => text)
  expect(sent.slice(0, 2)).toEqual(['and still', 'in a tunnel'])
  await field(fan, name).fill('half a sentence')
  await fan.page.reload()
  await expect(field(fan, name)).toHaveValue('half a sentence')
})

test('SAF-02 whoever is blocked from a conversation cannot go on, finds no profile, and is found in the list of the blocked', async ({
  open,
}) => {
  const [magda, fan] = [await open('magda'), await open('fan21')]
  const begun = await fan.context.request.post(url('/api/messages/threads'), { data: { handles: ['magda'] } })
  const { id: threadId } = await begun.json()
  await fan.context.request.post(url(`/api/messages/threads/${threadId}/messages`), { data: { text: 'answer me' } })
  await magda.page.goto(url('/@fan21'))
  await magda.page.getByRole('button', { name: /^More about/ }).click()
  await magda.page.getByRole('menuitem', { name: 'Block @fan21' }).click()
  await magda.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
  await expect(magda.page.getByText(/is blocked/).first()).toBeVisible()
  await fan.page.goto(url(`/messages/${threadId}`))
  await expect(fan.page.getByText(/^You cannot write to/)).toBeVisible()
  expect((await fan.get('/api/profiles/magda')).status()).toBe(404)
  await magda.page.goto(url('/settings/blocked'))
  await magda.page.getByRole('button', { name: /^Unblock/ }).click()
  await expect(magda.page.getByText('You have blocked nobody.')).toBeVisible()
  expect((await fan.get('/api/profiles/magda')).status()).toBe(200)
})

test('MSG-01 on a phone the list and the conversation stand one after the other, by keyboard and by touch', async ({ open }) => {
  const fan = await open('fan2', { viewport: { width: 390, height: 844 } })
  await fan.page.goto(url('/messages'))
  await fan.page.getByRole('link', { name: /Saturday crew/ }).click()
  await expect(lines(fan).getByText('Seconded. Loudly.')).toBeVisible()
  await expect(fan.page.getByRole('heading', { name: 'Saturday crew' })).toBeVisible()
  expect((await new AxeBuilder({ page: fan.page }).analyze()).violations).toEqual([])
  await fan.page.getByRole('button', { name: 'All conversations' }).click()
  await expect(fan.page.getByRole('heading', { name: 'Messages' })).toBeVisible()
})
