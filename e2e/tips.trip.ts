import AxeBuilder from '@axe-core/playwright'
import { expect, noticed, post, test, url, type Visitor } from './people.ts'

const article = (visitor: Visitor) => visitor.page.getByRole('article').first()
const dialog = (visitor: Visitor) => visitor.page.getByRole('dialog')
const balanceOf = async (visitor: Visitor): Promise<bigint> => {
  const { items } = await (await visitor.get('/api/me/wallets')).json()
  const data = { jsonrpc: '2.0', id: 1, method: 'eth_getBalance', params: [items[0].address, 'latest'] }
  return BigInt((await (await visitor.context.request.post(url('/api/chain/rpc'), { data })).json()).result)
}

test('PAY-02 PAY-06 a fan tips another fan’s post: the fee is shown, the money is there, and the open page says so', async ({ open }) => {
  const [fan1, fan2] = [await open('fan1', { reducedMotion: 'reduce' }), await open('fan2')]
  const made = await post(fan2, { text: 'My first song' })
  await fan2.page.goto(url(`/post/${made.id}`))
  await fan1.page.goto(url(`/post/${made.id}`))
  const before = await balanceOf(fan2)
  await article(fan1).getByRole('button', { name: /^Tip / }).click()
  await dialog(fan1).getByLabel('Amount in CORE').fill('0.5')
  await expect(dialog(fan1).getByText(/≈ 0\.60 USD/)).toBeVisible()
  expect((await new AxeBuilder({ page: fan1.page }).include('dialog').analyze()).violations).toEqual([])
  await dialog(fan1).getByRole('button', { name: 'Continue' }).click()
  await expect(dialog(fan1).getByText('CoreFans, 5 %')).toBeVisible()
  await expect(dialog(fan1).getByText('0.025 CORE')).toBeVisible()
  await dialog(fan1).getByRole('button', { name: 'Tip 0.5 CORE' }).click()
  await expect(dialog(fan1).getByText('Thank you.')).toBeVisible()
  await expect(article(fan2).getByRole('button', { name: /: 1 so far$/ })).toBeVisible()
  expect((await balanceOf(fan2)) - before).toBe(475_000_000_000_000_000n)
  await dialog(fan1).getByRole('button', { name: 'Done' }).click()
  await noticed(fan2, /tipped you 0\.5 CORE/, 'money')
  await fan2.page.goto(url('/tips'))
  await expect(fan2.page.getByText('0.475 CORE').first()).toBeVisible()
  await fan2.context.request.delete(url(`/api/posts/${made.id}`))
  expect([...fan1.complaints, ...fan2.complaints]).toEqual([])
})

test('a post sold by itself opens where it stands once it is paid, and stays open', async ({ open }) => {
  const [maya, fan] = [await open('maya'), await open('fan1')]
  const price = { kind: 'purchase', currency: 'core', amount: '200000000000000000' }
  const made = await post(maya, { text: 'the unmixed recording', audience: { anyOf: [[price]] } })
  await fan.page.goto(url(`/post/${made.id}`))
  await expect(article(fan)).not.toContainText('unmixed')
  await fan.page.getByRole('button', { name: 'Unlock for 0.2 CORE' }).click()
  await dialog(fan).getByRole('button', { name: 'Pay 0.2 CORE' }).click()
  await dialog(fan).getByRole('button', { name: 'Open the post' }).click()
  await expect(article(fan)).toContainText('the unmixed recording')
  await fan.page.reload()
  await expect(article(fan)).toContainText('the unmixed recording')
  const again = await fan.context.request.post(url(`/api/posts/${made.id}/purchase`), { data: {}, headers: { 'idempotency-key': 'again' } })
  expect([again.status(), (await again.json()).type]).toEqual([409, '/problems/purchases/already-open'])
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
  expect(fan.complaints).toEqual([])
})
