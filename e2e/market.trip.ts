import { expect, noticed, post, test, url, type Visitor } from './people.ts'

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const secret = 'The second verse was written on the night train'
const stays = ({ page }: Visitor) => page.evaluate(() => Object.assign(window, { stillHere: true }))
const stayed = ({ page }: Visitor) => page.evaluate(() => 'stillHere' in window)

/** A fresh pass of Maya's first tier, bought from her; answers the address of its page. */
async function buysFromMaya(seller: Visitor, gatedId: string): Promise<string> {
  await seller.page.goto(url(`/post/${gatedId}`))
  await seller.page
    .getByRole('main')
    .getByRole('button', { name: /Get Backstage/ })
    .click()
  await dialog(seller).getByRole('button', { name: /^Pay/ }).click()
  await dialog(seller).getByRole('button', { name: 'Open the post' }).click()
  await expect(seller.page.getByText(secret)).toBeVisible()
  const { items } = await (await seller.get('/api/me/passes')).json()
  const held = items.find((one: { tier: { creator: { handle: string } } }) => one.tier.creator.handle === 'maya')
  return `/market/${held.tier.collection}/${held.tokenId}`
}

test('MKT-05 MKT-03 dollars: a pass is listed and bought for them, and an offer in them is covered, made and accepted', async ({
  open,
}) => {
  const [maya, seller, buyer] = [await open('maya'), await open('fan7'), await open('fan8')]
  const gated = await post(maya, { text: secret, audience: { anyOf: [[{ kind: 'pass', tierIds: [1] }]] } })
  const passPage = await buysFromMaya(seller, gated.id)

  await seller.page.goto(url(passPage))
  await seller.page.getByRole('button', { name: 'Sell', exact: true }).click()
  await dialog(seller).getByText('tUSD', { exact: true }).click()
  await dialog(seller).getByLabel('Price in tUSD').fill('2.0000001')
  await expect(dialog(seller).getByText('At most 6 digits after the point')).toBeVisible()
  await dialog(seller).getByLabel('Price in tUSD').fill('4')
  await expect(dialog(seller).getByText('3.7 tUSD')).toBeVisible() // less 5 % for Maya and 2.5 % for CoreFans
  await dialog(seller).getByRole('button', { name: 'Sign the listing, for free' }).click()
  await expect(dialog(seller)).toHaveCount(0)
  await expect(seller.page.getByText('4 tUSD', { exact: true })).toBeVisible()

  await buyer.page.goto(url(passPage))
  await buyer.page.getByRole('button', { name: 'Buy now' }).click()
  await hasDollars(buyer)
  await dialog(buyer).getByRole('button', { name: 'Pay 4 tUSD' }).click()
  await expect(dialog(buyer).getByText('You are in.')).toBeVisible()
  await dialog(buyer).getByRole('button', { name: 'Close', exact: true }).click()

  await seller.page.getByRole('button', { name: 'Make an offer' }).click()
  await dialog(seller).getByText('tUSD', { exact: true }).click()
  await dialog(seller).getByLabel('Your offer in tUSD').fill('3')
  await dialog(seller).getByRole('button', { name: 'Cover it with tUSD' }).click()
  await dialog(seller).getByRole('button', { name: 'Allow 3 tUSD' }).click()
  await dialog(seller).getByRole('button', { name: 'Go on' }).click()
  await dialog(seller).getByRole('button', { name: 'Sign the offer' }).click()
  await expect(dialog(seller)).toHaveCount(0)

  const offers = buyer.page.getByRole('region', { name: 'Offers' })
  await expect(offers).toContainText('3 tUSD')
  await offers.getByRole('listitem').filter({ hasText: '3 tUSD' }).getByRole('button', { name: 'Accept' }).click()
  await dialog(buyer).getByRole('button', { name: 'Sell it' }).click()
  await expect(dialog(buyer).getByText('Sold.')).toBeVisible()
  await noticed(seller, 'accepted your offer of 3 tUSD', 'passes')
  expect([...seller.complaints, ...buyer.complaints].filter((words) => !words.includes('403'))).toEqual([])
  await maya.context.request.delete(url(`/api/posts/${gated.id}`))
})

/** Whoever has no dollars takes some from the demo's faucet first. */
async function hasDollars(who: Visitor): Promise<void> {
  await expect(dialog(who).getByRole('button', { name: /^(Pay|Top up and pay)/ })).toBeEnabled()
}

test('MKT-02 MKT-03 ACC-01 a pass is listed and repriced, another browser sees it and buys, and the access moves: nobody reloads', async ({
  open,
}) => {
  const [maya, seller, buyer] = [await open('maya'), await open('mod1'), await open('admin')]
  const gated = await post(maya, { text: secret, audience: { anyOf: [[{ kind: 'pass', tierIds: [1] }]] } })
  const passPage = await buysFromMaya(seller, gated.id)

  await buyer.page.goto(url('/market?creator=maya&sort=newest'))
  await stays(buyer)
  const row = buyer.page.getByRole('listitem').filter({ has: buyer.page.locator(`a[href="${passPage}"]`) })
  await expect(row).toHaveCount(0)

  await seller.page.goto(url(passPage))
  await seller.page.getByRole('button', { name: 'Sell', exact: true }).click()
  await dialog(seller).getByLabel('Price in CORE').fill('3')
  await expect(dialog(seller).getByText('2.775 CORE')).toBeVisible() // less 5 % for Maya and 2.5 % for CoreFans
  await dialog(seller).getByRole('button', { name: 'Sign the listing, for free' }).click()
  await expect(row).toContainText('3 CORE')

  await seller.page.getByRole('button', { name: 'Change the price' }).click()
  await dialog(seller).getByLabel('Price in CORE').fill('2')
  await dialog(seller).getByRole('button', { name: 'Sign the new price' }).click()
  await expect(row).toContainText('2 CORE')

  await seller.page.goto(url(`/post/${gated.id}`))
  await expect(seller.page.getByText(secret)).toBeVisible()
  await stays(seller)
  await row.getByRole('button', { name: 'Buy' }).click()
  await dialog(buyer).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(buyer).getByText('You are in.')).toBeVisible()
  await expect(seller.page.getByText(secret)).toBeHidden() // pushed: nobody reloads
  expect(await stayed(seller)).toBe(true)
  expect(await stayed(buyer)).toBe(true)
  await buyer.page.goto(url(`/post/${gated.id}`))
  await expect(buyer.page.getByText(secret)).toBeVisible()
  expect([...seller.complaints, ...buyer.complaints].filter((words) => !words.includes('403'))).toEqual([])
  await maya.context.request.delete(url(`/api/posts/${gated.id}`))
})
