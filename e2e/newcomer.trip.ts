import { expect } from '@playwright/test'
import { joins } from './newcomer.ts'
import { post, test, url, type Visitor } from './people.ts'

/** A post for holders of Maya's first tier, with a picture. */
async function aGatedPost(maya: Visitor, text: string) {
  await maya.page.goto(url('/legal/about'))
  const picture = await maya.page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 120 } })
  const upload = await maya.context.request.post(url('/api/media'), { headers: { 'content-type': 'image/png' }, data: picture })
  const mediaIds = [(await upload.json()).id]
  return post(maya, { text, audience: { anyOf: [[{ kind: 'pass', tierIds: [1] }]] }, mediaIds })
}

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const secret = 'The bridge of the song is in 7/8, tell nobody'
const seesSecret = async ({ get }: Visitor, id: string): Promise<boolean> => (await (await get(`/api/posts/${id}`)).text()).includes(secret)

test('AUT-01 ACC-01 a newcomer joins by passkey, buys a pass, the post opens; the pass moves on, and the access with it', async ({
  open,
}) => {
  const [maya, ann, ben, stranger] = [await open('maya'), await open(), await open('mod1'), await open()]
  const gated = await aGatedPost(maya, secret)
  const picture = gated.media[0]?.url as string

  await joins(ann, `ann${Date.now() % 1e9}`)
  await ann.page.goto(url('/@maya'))
  const header = ann.page.getByRole('region', { name: 'Profile' })
  await header.getByRole('button', { name: 'Follow Maya Duarte' }).click()
  await expect(header.getByText('Following', { exact: true })).toBeVisible()

  await ann.page.goto(url(`/post/${gated.id}`))
  await ann.page
    .getByRole('main')
    .getByRole('button', { name: /Get Backstage/ })
    .click()
  await ann.page.evaluate(() => Object.assign(window, { stillHere: true }))
  await dialog(ann).getByRole('button', { name: /^Pay/ }).click() // makes the wallet, tops it up, pays
  await dialog(ann).getByRole('button', { name: 'Open the post' }).click()
  await expect(ann.page.getByText(secret)).toBeVisible()
  expect(await ann.page.evaluate(() => 'stillHere' in window)).toBe(true) // the page was never loaded again
  expect((await ann.get(picture)).status()).toBe(200)

  for (const who of [stranger, ben]) {
    expect([403, 404]).toContain((await who.get(picture)).status())
    for (const path of [`/post/${gated.id}`, '/@maya', `/api/posts/${gated.id}`, '/api/profiles/maya/posts']) {
      const words = await (await who.context.request.get(url(path), { headers: { accept: 'text/html,application/json' } })).text()
      expect([path, words.includes(secret), words.includes(picture)]).toEqual([path, false, false])
    }
  }

  await ben.page.goto(url(`/post/${gated.id}`))
  await expect(ben.page.getByRole('main').getByRole('button', { name: /Get Backstage/ })).toBeVisible()
  await ann.page.goto(url('/passes'))
  await ann.page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click()
  await ann.page.getByRole('menuitem', { name: 'Give away' }).click()
  await dialog(ann).getByLabel('To whom').fill('mod1')
  await dialog(ann).getByRole('button', { name: 'Go on' }).click()
  await dialog(ann).getByRole('button', { name: /^Give/ }).click()
  await expect(ben.page.getByText(secret)).toBeVisible() // pushed: nobody reloads
  await expect.poll(() => seesSecret(ann, gated.id), { timeout: 2_000 }).toBe(false)
  expect([403, 404]).toContain((await ann.get(picture)).status())
  expect([await seesSecret(ben, gated.id), (await ben.get(picture)).status()]).toEqual([true, 200])
  expect([...ann.complaints, ...ben.complaints].filter((words) => !words.includes('403'))).toEqual([])
  await maya.context.request.delete(url(`/api/posts/${gated.id}`))
})

test('UXP-05 a pass is bought with the keyboard alone', async ({ open }) => {
  const [otis, fan] = [await open('otis'), await open('admin')]
  const gated = await aGatedPost(otis, secret)
  await fan.page.goto(url(`/post/${gated.id}`))
  const press = async (name: RegExp) => {
    const button = fan.page.getByRole('button', { name }).last()
    await expect(button).toBeEnabled()
    for (let i = 0; i < 80 && !(await button.evaluate((element) => element === document.activeElement)); i++)
      await fan.page.keyboard.press('Tab')
    await fan.page.keyboard.press('Enter')
  }
  await press(/^Get Seed Packet/)
  await press(/^Pay/)
  await press(/Open the post/)
  await expect(fan.page.getByText(secret)).toBeVisible()
  await otis.context.request.delete(url(`/api/posts/${gated.id}`))
})
