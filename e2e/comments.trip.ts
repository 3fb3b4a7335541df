import AxeBuilder from '@axe-core/playwright'
import { expect, noticed, type Open, post, test, url, type Visitor } from './people.ts'

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const thread = ({ page }: Visitor) => page.getByRole('region', { name: 'Comments' })
const comment = (who: Visitor, words: string) => thread(who).getByRole('article').filter({ hasText: words })
const composer = (who: Visitor) => thread(who).getByRole('textbox', { name: 'Write a comment' })

test('INT-02 INT-01 two people in a thread: words, replies, likes and deletions arrive live, and the reader’s place stays', async ({
  open,
}) => {
  const [maya, fan] = [await open('maya', { reducedMotion: 'reduce' }), await open('fan31')]
  const made = await post(maya, { text: 'Say something' })
  await maya.page.goto(url(`/post/${made.id}`))
  await fan.page.goto(url('/@maya'))
  const card = fan.page.getByRole('article').filter({ hasText: 'Say something' }).first()
  await card.getByRole('link', { name: '0 comments' }).click()
  await expect(composer(fan)).toBeFocused()
  await fan.page.keyboard.type('First, by keyboard alone')
  await fan.page.keyboard.press('Control+Enter')
  await expect(comment(fan, 'First, by keyboard alone')).toBeVisible()
  await expect(maya.page.getByRole('link', { name: '1 comment', exact: true })).toBeVisible()
  await maya.page.getByRole('button', { name: 'Show 1 new comment' }).click()
  await comment(maya, 'First, by keyboard alone')
    .getByRole('button', { name: /^Reply to/ })
    .click()
  await maya.page.keyboard.type('And a reply')
  await maya.page.keyboard.press('Control+Enter')
  await expect(comment(maya, 'And a reply')).toContainText('Author')
  await thread(fan).getByRole('button', { name: 'Show 1 reply' }).click()
  await expect(comment(fan, 'And a reply')).toBeVisible()
  await comment(maya, 'First, by keyboard alone').getByRole('button', { name: '0 likes' }).click()
  await expect(comment(fan, 'First, by keyboard alone').getByRole('button', { name: '1 like', exact: true })).toBeVisible()
  expect((await new AxeBuilder({ page: maya.page }).include('#comments').analyze()).violations).toEqual([])
  await comment(fan, 'First, by keyboard alone')
    .getByRole('button', { name: /^More about/ })
    .click()
  await fan.page.getByRole('menuitem', { name: 'Delete' }).click()
  for (const who of [fan, maya]) await expect(thread(who).getByText('This comment was deleted')).toBeVisible()
  await fan.page.getByRole('button', { name: 'Undo' }).click()
  await expect(comment(maya, 'First, by keyboard alone')).toBeVisible()
  await noticed(fan, /replied to your comment/)
  await fan.page
    .getByRole('link', { name: /replied to your comment/ })
    .first()
    .click()
  await expect(fan.page.getByRole('region', { name: 'The comment of your link' }).getByText('And a reply')).toBeVisible()
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
  expect([...maya.complaints, ...fan.complaints]).toEqual([])
})

test('INT-04 what could not be sent keeps its words, is sent again once, and a closed tab loses no draft', async ({ open }) => {
  const [maya, fan] = [await open('maya'), await open('fan31')]
  const made = await post(maya, { text: 'Lost and found' })
  await fan.page.goto(url(`/post/${made.id}`))
  await composer(fan).fill('half a sentence')
  await fan.page.reload()
  await expect(composer(fan)).toHaveValue('half a sentence')
  await fan.context.setOffline(true)
  await composer(fan).fill('said in a tunnel')
  await thread(fan).getByRole('button', { name: 'Send' }).click()
  await expect(thread(fan).getByText('Not sent: You seem to be offline')).toBeVisible()
  await fan.context.setOffline(false)
  await thread(fan).getByRole('button', { name: 'Try again' }).click()
  await expect(comment(fan, 'said in a tunnel')).toBeVisible()
  expect((await (await fan.get(`/api/posts/${made.id}/comments`)).json()).items).toHaveLength(1)
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
})

/** Somebody of the demo world who holds no pass of Maya yet, so that the one of this trip is the only one. */
async function withoutPass(open: Open, from: number): Promise<Visitor> {
  const fan = await open(`fan${from}`)
  const { items } = await (await fan.get('/api/me/passes')).json()
  const holds = items.some((one: { tier: { creator: { handle: string } } }) => one.tier.creator.handle === 'maya')
  return holds ? withoutPass(open, from + 1) : fan
}

test('ENG-01 SAF-06 a thread for holders: a pass lets one write and stands beside the words; sold, both are gone, live', async ({
  open,
}) => {
  const [maya, reader, fan] = [await open('maya'), await open('fan1'), await withoutPass(open, 24)]
  const made = await post(maya, { text: 'For those who hold one' })
  await maya.context.request.patch(url(`/api/posts/${made.id}/thread`), { data: { rule: 'holders' } })
  await fan.page.goto(url(`/post/${made.id}`))
  await expect(thread(fan).getByText('Holders only: get a pass of Maya Duarte to comment')).toBeVisible()
  await thread(fan)
    .getByRole('button', { name: /^Get Backstage/ })
    .click()
  await dialog(fan).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(fan).getByText('You are in.')).toBeVisible()
  await fan.page.keyboard.press('Escape')
  await expect(dialog(fan)).toHaveCount(0)
  await composer(fan).fill('I am in')
  await fan.page.keyboard.press('Control+Enter')
  await expect(comment(fan, 'I am in')).toContainText('Backstage')
  await reader.page.goto(url(`/post/${made.id}`))
  await expect(comment(reader, 'I am in')).toContainText('Backstage')

  const { items } = await (await fan.get('/api/me/passes')).json()
  const held = items.find((one: { tier: { creator: { handle: string } } }) => one.tier.creator.handle === 'maya')
  const passPage = url(`/market/${held.tier.collection}/${held.tokenId}`)
  await fan.page.goto(passPage)
  await fan.page.getByRole('button', { name: 'Sell', exact: true }).click()
  await dialog(fan).getByLabel('Price in CORE').fill('2')
  await dialog(fan).getByRole('button', { name: 'Sign the listing, for free' }).click()
  // The dialog says the price too: it is listed once that is gone.
  await expect(dialog(fan)).toHaveCount(0)
  await expect(fan.page.getByText('2 CORE', { exact: true })).toBeVisible()
  await fan.page.goto(url(`/post/${made.id}`))
  await expect(composer(fan)).toBeVisible()
  const buyer = await open('admin')
  await buyer.page.goto(passPage)
  await buyer.page.getByRole('button', { name: 'Buy now' }).click()
  await dialog(buyer).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(buyer).getByText('You are in.')).toBeVisible()
  await expect(comment(reader, 'I am in')).not.toContainText('Backstage') // pushed: nobody reloads
  await expect(thread(fan).getByText('Holders only: get a pass of Maya Duarte to comment')).toBeVisible()
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
  expect(reader.complaints).toEqual([])
})
