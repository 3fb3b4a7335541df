import { expect } from '@playwright/test'
import { joins } from './newcomer.ts'
import { test, url, type Visitor } from './people.ts'

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const supplyOf = async ({ get }: Visitor, handle: string): Promise<{ address: string; supply: string }> =>
  (await get(`/api/tokens/${handle}`)).json()

/** `totalSupply()` as the chain has it. */
async function supplyOnChain({ context }: Visitor, token: string): Promise<string> {
  const call = { jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ to: token, data: '0x18160ddd' }, 'latest'] }
  const answer = await (await context.request.post(url('/api/chain/rpc'), { data: call })).json()
  return BigInt(answer.result).toString()
}

/** From the open trade: so many tokens, or so much money; then through to the end. */
async function trade(visitor: Visitor, { tab, amount }: { tab: RegExp; amount: string }): Promise<void> {
  await dialog(visitor).getByRole('tab', { name: tab }).click()
  await dialog(visitor).getByRole('textbox').fill(amount)
  await dialog(visitor).getByRole('button', { name: 'Go on' }).click()
}

test('TOK-01 a newcomer’s token costs a signature; a fan buys one, and supply and holder stand on the open page', async ({ open }) => {
  const [newfan, fan1] = [await open(), await open('fan1')]
  const handle = `nf${Date.now() % 1e8}`
  await joins(newfan, handle)
  await newfan.page.goto(url(`/@${handle}`))
  await newfan.page.getByRole('button', { name: 'Open my token' }).click()
  await dialog(newfan).getByRole('button', { name: 'Sign, for free' }).click()
  const line = newfan.page.getByRole('complementary', { name: 'Personal token' })
  await expect(line.getByRole('link', { name: `$${handle.toUpperCase()}` })).toBeVisible()

  await newfan.page.goto(url(`/token/${handle}`))
  await newfan.page.evaluate(() => Object.assign(window, { stillHere: true }))
  await expect(newfan.page.getByText('Nobody has bought it yet')).toBeVisible()
  await fan1.page.goto(url(`/@${handle}`))
  await fan1.page.getByRole('button', { name: /^Buy \$NF/ }).click()
  await trade(fan1, { tab: /^Buy/, amount: '1' })
  await expect(dialog(fan1).getByText('If you sell right back you get')).toBeVisible()
  await dialog(fan1).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(fan1).getByText('Yours.')).toBeVisible()

  const holders = newfan.page.getByRole('region', { name: 'Holders' })
  await expect(holders.getByText('@fan1')).toBeVisible({ timeout: 2_000 }) // pushed: nobody reloads
  await expect(newfan.page.getByText(`1 $${handle.toUpperCase()}`, { exact: true }).first()).toBeVisible()
  expect(await newfan.page.evaluate(() => 'stillHere' in window)).toBe(true)
  const { address, supply } = await supplyOf(fan1, handle)
  expect(supply).toBe(await supplyOnChain(fan1, address))
  expect([...newfan.complaints, ...fan1.complaints]).toEqual([])
})

test('TOK-04 TOK-05 a price that moved is told before any money moves; the new one is offered; tokens are sold back', async ({ open }) => {
  const [slow, fast] = [await open('fan2'), await open('fan3')]
  for (const visitor of [slow, fast]) {
    await visitor.page.goto(url('/token/maya'))
    await visitor.page.getByRole('button', { name: /^Buy/ }).click()
  }
  await dialog(slow).getByLabel('0.5 %').check()
  await trade(slow, { tab: /^Spend/, amount: '2' })
  await expect(dialog(slow).getByRole('button', { name: /^Pay/ })).toBeVisible()
  await trade(fast, { tab: /^Spend/, amount: '10' })
  await dialog(fast).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(fast).getByText('Yours.')).toBeVisible()

  const { address } = await supplyOf(slow, 'maya')
  const before = await supplyOnChain(slow, address)
  await dialog(slow).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(slow).getByText('The price has moved beyond your limit. Nothing was charged.')).toBeVisible()
  expect(await supplyOnChain(slow, address)).toBe(before)
  await dialog(slow).getByRole('button', { name: 'See the new price' }).click()
  await trade(slow, { tab: /^Spend/, amount: '2' })
  await dialog(slow).getByRole('button', { name: /^Pay/ }).click()
  await dialog(slow).getByRole('link', { name: 'See the token' }).click()

  await slow.page.getByRole('button', { name: 'Sell', exact: true }).click()
  await trade(slow, { tab: /^Sell/, amount: '5' })
  await dialog(slow)
    .getByRole('button', { name: /^Sell for/ })
    .click()
  await expect(dialog(slow).getByText('Sold.')).toBeVisible()
  const onChain = await supplyOnChain(slow, address)
  await expect.poll(async () => (await supplyOf(slow, 'maya')).supply).toBe(onChain) // the page follows the chain by a poll
  await slow.page.goto(url('/solvency'))
  await expect(slow.page.getByRole('row', { name: /MAYA/ }).getByRole('cell').first()).toHaveText('0')
  expect([...slow.complaints, ...fast.complaints]).toEqual([])
})
