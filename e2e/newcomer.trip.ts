import { expect, type Page } from '@playwright/test'
import { post, test, url, type Visitor } from './people.ts'

/** A platform authenticator with PRF, as phones and laptops have it; it consents by itself. */
async function authenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  })
}

async function joins({ page }: Visitor, handle: string, name: string): Promise<void> {
  await authenticator(page)
  await page.goto(url('/signup'))
  await page.getByLabel('Name', { exact: true }).first().fill(name)
  await page.getByLabel('Handle', { exact: true }).first().fill(handle)
  await page.getByRole('button', { name: /passkey/i }).click()
}

test('a newcomer joins by passkey, buys a pass, the post opens; the pass moves on, and the access with it', async ({ open }) => {
  const [maya, ann, ben, stranger] = [await open('maya'), await open(), await open(), await open()]
  const secret = 'The bridge of the song is in 7/8, tell nobody'
  const image = await maya.context.request.post(url('/api/media'), {
    headers: { 'content-type': 'image/png' },
    data: await picture(maya.page),
  })
  const { id: mediaId } = await image.json()
  const gated = await post(maya, { text: secret, audience: { anyOf: [[{ kind: 'pass', tierIds: [1] }]] }, mediaIds: [mediaId] })
  const imageUrl = (await (await maya.get(`/api/posts/${gated.id}`)).json()).media[0].url
  expect(imageUrl).toContain('/media/')

  await joins(ann, `ann${Date.now() % 1e8}`, 'Ann')
  void ben
  void stranger
})

async function picture(page: Page): Promise<Buffer> {
  await page.goto(url('/legal/about'))
  return page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 120 } })
}
