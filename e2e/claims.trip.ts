import AxeBuilder from '@axe-core/playwright'
import { signsUp } from './newcomer.ts'
import { expect, post, test, url, type Visitor } from './people.ts'

type Held = { active: boolean; policy: string; tier: { tierId: number; name: string; creator: { handle: string; name: string } } }

const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const secretText = 'The set list, before anybody else has it'

/** A link for one pass of Maya's first tier, made in her studio. */
async function makesLink(maya: Visitor, word: string): Promise<string> {
  await maya.page.goto(url('/studio/passes'))
  await maya.page.getByRole('button', { name: 'Make a claim link' }).first().click()
  await dialog(maya).getByLabel('A word with it').fill(word)
  await dialog(maya).getByRole('button', { name: 'Sign it, for free' }).click()
  const address = await dialog(maya).getByLabel('Address').inputValue()
  await dialog(maya).getByRole('button', { name: 'Done' }).click()
  return address
}

test('TOK-06 somebody without an account opens a claim link, joins, claims, and the locked post opens; then the link is used up', async ({
  open,
}) => {
  const [maya, ann, late] = [await open('maya'), await open(null, { reducedMotion: 'reduce' }), await open('fan2')]
  const gated = await post(maya, { text: secretText, audience: { anyOf: [[{ kind: 'pass' }]] } })
  const address = await makesLink(maya, 'Come in, Ann')
  const secret = address.slice(address.indexOf('#') + 1)
  await expect(maya.page.getByRole('region', { name: 'Claim links' })).toContainText('0 of 1 claimed')

  await ann.page.goto(address)
  await expect(ann.page.getByText('Come in, Ann')).toBeVisible()
  await expect(ann.page.getByRole('main')).toContainText('Maya Duarte gives you a pass')
  expect((await new AxeBuilder({ page: ann.page }).include('main').analyze()).violations).toEqual([])
  await ann.page.getByRole('link', { name: 'Join free to claim it' }).click()
  await expect(ann.page).toHaveURL(/\/signup\?next=/)
  expect(ann.page.url()).not.toContain(secret) // no server sees the secret before it is used
  await signsUp(ann, `ann${Date.now() % 1e9}`)
  await expect(ann.page).toHaveURL(/\/claim\/[0-9a-f-]+$/)
  await ann.page.getByRole('button', { name: 'Claim it' }).click()
  await dialog(ann).getByRole('button', { name: 'Claim it for free' }).click()
  await expect(dialog(ann).getByText('You are in.')).toBeVisible()
  await ann.page.goto(url(`/post/${gated.id}`))
  await expect(ann.page.getByText(secretText)).toBeVisible()

  await late.page.goto(address)
  await expect(late.page.getByText('Somebody was quicker')).toBeVisible()
  await maya.page.reload()
  await expect(maya.page.getByRole('region', { name: 'Claim links' })).toContainText('1 of 1 claimed')
  await maya.context.request.delete(url(`/api/posts/${gated.id}`))
  expect([...ann.complaints, ...maya.complaints, ...late.complaints]).toEqual([])
})

test('TOK-06 a link that its creator takes back gives nothing any more', async ({ open }) => {
  const [maya, fan] = [await open('maya'), await open('fan2')]
  const address = await makesLink(maya, 'For a while')
  await maya.page
    .getByRole('button', { name: /^Take back the link/ })
    .first()
    .click()
  await expect(maya.page.getByRole('region', { name: 'Claim links' })).toContainText('taken back')
  await fan.page.goto(address)
  await expect(fan.page.getByText('Its creator took this link back.')).toBeVisible()
  await fan.page.goto(address.slice(0, address.indexOf('#')).replace(/[0-9a-f]{12}$/, '0'.repeat(12)))
  await expect(fan.page.getByText('There is no such link')).toBeVisible()
})

test('M21 a fan lends a pass until a time: the borrower opens what it opens, sees until when, and gives it back', async ({ open }) => {
  const [fan, friend] = [await open('fan2'), await open('mod1')]
  const held = async ({ get }: Visitor) => (await (await get('/api/me/passes')).json()).items as Held[]
  const theirs = (await held(friend)).map(({ tier }) => tier.creator.handle)
  const pass = (await held(fan)).find(
    ({ active, policy, tier }) => active && policy !== 'soulbound' && !theirs.includes(tier.creator.handle),
  ) as Held
  const creator = await open(pass.tier.creator.handle)
  const audience = { anyOf: [[{ kind: 'pass', tierIds: [pass.tier.tierId] }]] }
  const gated = await post(creator, { text: secretText, audience })
  const opens = async ({ get }: Visitor) => (await (await get(`/api/posts/${gated.id}`)).text()).includes(secretText)
  expect([await opens(fan), await opens(friend)]).toEqual([true, false])

  await fan.page.goto(url('/passes'))
  const mine = fan.page.getByRole('article').filter({ hasText: pass.tier.creator.name }).filter({ hasText: pass.tier.name }).first()
  await mine.getByRole('button', { name: /^More for/ }).click()
  await mine.getByRole('menuitem', { name: 'Lend' }).click()
  await dialog(fan).getByLabel('To whom').fill('@mod1')
  await dialog(fan).getByRole('button', { name: 'Go on' }).click()
  await dialog(fan).getByRole('button', { name: 'Lend it to @mod1' }).click()
  await expect(dialog(fan).getByText('Lent.')).toBeVisible()
  await dialog(fan).getByRole('button', { name: 'Done' }).click()
  await expect(fan.page.getByText('Lent to @mod1 until')).toBeVisible()
  await expect.poll(async () => [await opens(fan), await opens(friend)]).toEqual([false, true])

  await friend.page.goto(url('/passes'))
  await expect(friend.page.getByText('Lent to you by @fan2 until')).toBeVisible()
  await friend.page.getByRole('button', { name: 'Give it back' }).click()
  await dialog(friend).getByRole('button', { name: 'Give it back' }).click()
  await expect(dialog(friend).getByText('Given back.')).toBeVisible()
  await expect.poll(async () => [await opens(fan), await opens(friend)]).toEqual([true, false])
  await creator.context.request.delete(url(`/api/posts/${gated.id}`))
  expect([...fan.complaints, ...friend.complaints].filter((words) => !words.includes('403'))).toEqual([])
})
