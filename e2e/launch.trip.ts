import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { joins } from './newcomer.ts'
import { test, url, type Visitor } from './people.ts'

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const panel = ({ page }: Visitor) => page.getByRole('region', { name: /^Fair launch of/ })
const balanceOf = async (visitor: Visitor): Promise<bigint> => {
  const { items } = await (await visitor.get('/api/me/wallets')).json()
  const data = { jsonrpc: '2.0', id: 1, method: 'eth_getBalance', params: [items[0].address, 'latest'] }
  return BigInt((await (await visitor.context.request.post(url('/api/chain/rpc'), { data })).json()).result)
}

test('M03 a newcomer launches fairly: two people put in, all pay one price, and tokens and refund come in one go', async ({ open }) => {
  const [maker, fan, other] = [await open(), await open('fan4'), await open('fan6')]
  const handle = `fl${Date.now() % 1e8}`
  const symbol = `$${handle.toUpperCase()}`
  await joins(maker, handle)
  await maker.page.goto(url(`/token/${handle}`))
  await maker.page.getByRole('button', { name: 'Open my token' }).click()
  await dialog(maker)
    .getByRole('radio', { name: /^Fair launch/ })
    .check()
  await dialog(maker).getByLabel('Of each wallet count at most, in CORE').fill('2')
  await dialog(maker).getByLabel('Spend at most, all together, in CORE').fill('1')
  await expect(dialog(maker).getByText('Not more than all together')).toBeVisible()
  await dialog(maker).getByLabel('Spend at most, all together, in CORE').fill('3')
  expect((await new AxeBuilder({ page: maker.page }).include('dialog').analyze()).violations).toEqual([])
  await dialog(maker).getByRole('button', { name: 'Go on' }).click()
  await dialog(maker).getByRole('button', { name: 'Start the ten minutes' }).click()
  await expect(dialog(maker).getByText('The clock runs.', { exact: true })).toBeVisible()
  await dialog(maker).getByRole('link', { name: 'See the launch' }).click()
  await expect(panel(maker).getByRole('timer')).toHaveText(/^(9|10):\d\d$/)

  for (const [visitor, amount] of [
    [fan, '5'],
    [other, '2'],
  ] as const) {
    await visitor.page.goto(url(`/token/${handle}`))
    await panel(visitor).getByRole('button', { name: 'Put money in' }).click()
    await dialog(visitor).getByLabel('CORE to put in').fill(amount)
    await dialog(visitor).getByRole('button', { name: 'Go on' }).click()
    await expect(dialog(visitor).getByText('Goes back to you at the end')).toBeVisible()
    await dialog(visitor)
      .getByRole('button', { name: `Put in ${amount} CORE` })
      .click()
    await dialog(visitor).getByRole('button', { name: 'See the launch' }).click()
  }
  // Pushed: the maker's page was not touched since the launch opened.
  await expect(panel(maker).getByText('7 CORE', { exact: true })).toBeVisible()
  expect((await new AxeBuilder({ page: fan.page }).include('[aria-label^="Fair launch of"]').analyze()).violations).toEqual([])

  await maker.context.request.post(url('/api/demo/clock'), { data: { advanceMs: 601_000 } })
  await other.page.getByRole('button', { name: 'End the launch' }).click()
  await dialog(other).getByRole('button', { name: 'Buy for everybody' }).click()
  await dialog(other).getByRole('button', { name: 'Done' }).click()
  // F1 both ends of an exit stand beside the price, before anybody has to hurry.
  for (const visitor of [fan, other]) {
    await expect(panel(visitor).getByText('If all of the launch sold, you first')).toBeVisible()
    await expect(panel(visitor).getByText('And you last, at least')).toBeVisible()
  }
  const before = await balanceOf(fan)
  await panel(fan).getByRole('button', { name: 'Collect my tokens and refund' }).click()
  await expect(dialog(fan).getByText(`${symbol} and 3.5 CORE`)).toBeVisible()
  await dialog(fan).getByRole('button', { name: 'Collect' }).click()
  await expect(dialog(fan).getByText('Yours.')).toBeVisible()
  expect((await balanceOf(fan)) - before).toBe(3_500_000_000_000_000_000n)
  await dialog(fan).getByRole('button', { name: 'Done' }).click()
  await expect(fan.page.getByText(`You hold`)).toBeVisible()
  await expect(fan.page.getByRole('region', { name: 'Holders' }).getByText('@fan4')).toBeVisible()
  const parts = await Promise.all([fan, other].map(async ({ get }) => (await (await get(`/api/tokens/${handle}`)).json()).launch.mine[0]))
  expect(parts.map(({ tokens, paidWei }) => [tokens, paidWei])).toEqual([
    [parts[0].tokens, String(15n * 10n ** 17n)],
    [parts[0].tokens, String(15n * 10n ** 17n)],
  ])
  await other.page.goto(url('/portfolio'))
  const line = other.page.getByRole('region', { name: 'Fair launches' }).getByRole('listitem').filter({ hasText: symbol })
  await expect(line.getByText(/^collect .* and 0\.5 CORE$/)).toBeVisible()
  expect([...maker.complaints, ...fan.complaints, ...other.complaints]).toEqual([])
})
