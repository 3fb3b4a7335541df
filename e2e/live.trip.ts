import AxeBuilder from '@axe-core/playwright'
import { expect, test, url, type Visitor } from './people.ts'

const devices = { permissions: ['camera', 'microphone'] }
/** Frames that were decoded by the page's player so far, and the size of its picture. */
const picture = ({ page }: Visitor) =>
  page.locator('.live-player video').evaluate((video: HTMLVideoElement) => ({
    frames: video.getVideoPlaybackQuality().totalVideoFrames,
    width: video.videoWidth,
    heard: (video.srcObject as MediaStream | null)?.getAudioTracks().length ?? 0,
  }))
async function plays(viewer: Visitor): Promise<void> {
  await expect.poll(async () => (await picture(viewer)).frames).toBeGreaterThan(0)
  const { frames } = await picture(viewer)
  await expect.poll(async () => (await picture(viewer)).frames).toBeGreaterThan(frames + 10)
}
const badge = ({ page }: Visitor) => page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: /^Streams/ })

async function goLive(creator: Visitor, title: string, audience: string): Promise<void> {
  const { page } = creator
  await page.goto(url('/'))
  await page.getByRole('link', { name: 'Go live' }).first().click()
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await expect(page.getByLabel('Your picture')).toBeVisible()
  await page.getByLabel('What is it about?').fill(title)
  await page.getByLabel(audience).check({ force: true })
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Go live' }).last().click()
  await expect(page.getByText('You are live')).toBeVisible()
}

test('LIV-01 LIV-02 NOT-03 a creator goes live from the browser; a follower sees the badge, the picture and the chat, and the end', async ({
  open,
}) => {
  const [creator, fan, visitor] = [await open('fan23', devices), await open('fan24'), await open()]
  await fan.context.request.put(url('/api/profiles/fan23/follow'), { data: {} })
  await fan.page.goto(url('/streams'))
  const before = await badge(fan).textContent()
  const streamsOf = async () => (await (await fan.get('/api/profiles/fan23')).json()).counters.streams
  const streams = await streamsOf()
  await goLive(creator, 'Painting the harbour', 'Everyone')
  await expect(badge(fan)).not.toHaveText(before ?? '')
  await fan.page.getByRole('link', { name: /Painting the harbour/ }).click()
  await expect(fan.page).toHaveURL(url('/live/fan23'))
  await plays(fan)
  const seen = await picture(fan)
  expect([seen.width > 0, seen.heard]).toEqual([true, 1])
  await visitor.page.goto(url('/live/fan23'))
  await plays(visitor)
  await expect(creator.page.getByText('2 viewers')).toBeVisible()
  await fan.page.getByLabel('Say something').fill('What a blue!')
  await fan.page.getByRole('button', { name: 'Send' }).click()
  await expect(creator.page.getByText('What a blue!')).toBeVisible()
  await expect(visitor.page.getByText('What a blue!')).toBeVisible()
  expect((await new AxeBuilder({ page: fan.page }).include('main').analyze()).violations).toEqual([])
  await creator.page.getByRole('button', { name: 'End the stream' }).click()
  await creator.page.getByRole('button', { name: 'End it' }).click()
  await expect(creator.page.getByText('You are off air')).toBeVisible()
  for (const { page } of [fan, visitor]) await expect(page.getByText('This stream is over')).toBeVisible()
  await expect(badge(fan)).toHaveText(before ?? '')
  expect(await streamsOf()).toBe(streams + 1)
  expect([...creator.complaints, ...visitor.complaints]).toEqual([])
})

test('ACC-04 a stream for followers: whoever unfollows sees no more of it and is told why; the others see on', async ({ open }) => {
  const [creator, fan, other] = [await open('fan25', devices), await open('fan26'), await open('fan27')]
  for (const one of [fan, other]) await one.context.request.put(url('/api/profiles/fan25/follow'), { data: {} })
  await goLive(creator, 'Only for us', 'Followers')
  for (const one of [fan, other]) {
    await one.page.goto(url('/live/fan25'))
    await plays(one)
  }
  await fan.context.request.delete(url('/api/profiles/fan25/follow'))
  await expect(fan.page.getByText('For followers', { exact: true })).toBeVisible()
  await expect(fan.page.locator('.live-player')).toHaveCount(0)
  await expect(fan.page.getByRole('heading', { name: 'Chat' })).toHaveCount(0)
  await plays(other)
  await creator.page.getByRole('button', { name: 'End the stream' }).click()
  await creator.page.getByRole('button', { name: 'End it' }).click()
  await expect(other.page.getByText('This stream is over')).toBeVisible()
})
