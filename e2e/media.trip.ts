import { join } from 'node:path'
import { expect, test, url, type Visitor } from './people.ts'

const clips = join(import.meta.dirname, '../server/src/demo/clips')
const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const words = 'The visualiser, for my pass holders'

/** A clip goes up in the composer and is published for pass holders; answers the post. */
async function publishes(maya: Visitor): Promise<{ id: string; media: { url: string; posterUrl: string; previewUrl: string }[] }> {
  await maya.page.goto(url('/'))
  await maya.page
    .getByRole('button', { name: /New post/ })
    .first()
    .click()
  await dialog(maya).getByRole('textbox', { name: 'Text of your post' }).fill(words)
  await dialog(maya).getByText('Pass holders', { exact: true }).click()
  const published = maya.page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url() === url('/api/posts'))
  await dialog(maya).locator('input[type=file]').first().setInputFiles(join(clips, 'signal-fire.mp4'))
  await dialog(maya)
    .getByLabel(/^Describe video 1/)
    .fill('A ringed planet')
  await dialog(maya).getByRole('button', { name: 'Post', exact: true }).click()
  return (await published).json()
}

/** A pass of Maya's changes hands on the market, in another tab of its owner. */
async function sells(owner: Visitor, buyer: Visitor): Promise<void> {
  const { items } = await (await owner.get('/api/me/passes')).json()
  const held = items.find((one: { tier: { creator: { handle: string } } }) => one.tier.creator.handle === 'maya')
  const address = url(`/market/${held.tier.collection}/${held.tokenId}`)
  const tab = await owner.context.newPage()
  await tab.goto(address)
  await tab.getByRole('button', { name: 'Sell', exact: true }).click()
  await tab.getByRole('dialog').getByLabel('Price in CORE').fill('0.5')
  await tab.getByRole('dialog').getByRole('button', { name: 'Sign the listing, for free' }).click()
  await buyer.page.goto(address)
  await buyer.page.getByRole('button', { name: 'Buy now' }).click()
  await dialog(buyer).getByRole('button', { name: /^Pay/ }).click()
  await expect(dialog(buyer).getByText('You are in.')).toBeVisible()
}

test('ACC-03 CON-02 LAY-04 a clip goes up, is sold, plays for its holder, and stops when the pass is sold in the middle of it', async ({
  open,
}) => {
  const [maya, fan, stranger] = [await open('maya'), await open('fan16'), await open('fan17')]
  const { id, media } = await publishes(maya)
  const video = media[0]
  if (!video) throw new Error('the post has its video')
  expect(await (await maya.get(video.previewUrl)).body()).not.toHaveLength(0)

  await stranger.page.goto(url(`/post/${id}`))
  await expect(stranger.page.getByText('1 video of 0:09')).toBeVisible()
  await expect(stranger.page.getByRole('button', { name: /^Play video/ })).toHaveCount(0)
  for (const path of [video.url, video.posterUrl]) expect((await stranger.get(path)).status()).toBe(403)
  expect((await stranger.get(video.previewUrl)).status()).toBe(200)

  await fan.page.goto(url(`/post/${id}`))
  await fan.page
    .getByRole('main')
    .getByRole('button', { name: /Get Backstage/ })
    .click()
  await dialog(fan).getByRole('button', { name: /^Pay/ }).click()
  await dialog(fan).getByRole('button', { name: 'Open the post' }).click()
  await fan.page.getByRole('button', { name: 'Play video: A ringed planet, 9 seconds' }).click()
  const player = fan.page.getByRole('region', { name: 'A ringed planet' })
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
  const playing = () => fan.page.evaluate(() => (document.querySelector('video') as HTMLVideoElement | null)?.currentTime ?? -1)
  await expect.poll(playing).toBeGreaterThan(0.3)
  // Long enough that it would play on: it begins anew whenever it ends.
  await fan.page.evaluate(() => {
    for (const one of document.querySelectorAll('video')) one.loop = true
  })
  await player.getByRole('slider', { name: 'Position' }).press('ArrowRight')
  await expect.poll(playing).toBeGreaterThan(4)

  await sells(fan, stranger)
  // The player is gone with the post's lock, or says why it is silent: nothing plays, and no address answers.
  await expect(fan.page.getByText('1 video of 0:09').or(fan.page.getByText('You have no access to this any more.')).first()).toBeVisible()
  expect(await fan.page.evaluate(() => [...document.querySelectorAll('video')].every((one) => one.paused))).toBe(true)
  expect((await fan.get(video.url)).status()).toBe(403)
  await stranger.page.goto(url(`/post/${id}`))
  await stranger.page.getByRole('button', { name: /^Play video/ }).click()
  await expect(stranger.page.getByRole('button', { name: 'Pause' })).toBeVisible()
  expect([maya.complaints, stranger.complaints]).toEqual([[], []])
})
