import { crowd } from './crowd.ts'
import { expect, post, test, url, type Visitor } from './people.ts'

const options = (visitor: Visitor) => visitor.page.getByRole('article').first().getByRole('radio')

test('POL-03 POL-04 200 voters click three times at once: 200 votes, and three open pages converge', async ({ open }) => {
  const maya = await open('maya')
  const made = await post(maya, { text: 'Which song opens the night?', poll: { options: ['Harbour', 'Tram 28', 'Slow dance'] } })
  const watching = [maya, await open('fan1'), await open()]
  for (const { page } of watching) await page.goto(url(`/post/${made.id}`))
  const voters = await crowd(200)
  const answers = await Promise.all(voters.flatMap((vote, i) => [1, 2, 3].map((n) => vote(made.poll?.id as string, [((i + n) % 3) + 1]))))
  expect(new Set(answers)).toEqual(new Set([200]))
  const poll = await (await maya.get(`/api/polls/${made.poll?.id}`)).json()
  expect([poll.totalVotes, poll.options.reduce((sum: number, option: { percent: number }) => sum + option.percent, 0)]).toEqual([200, 100])
  for (const { page } of watching) {
    for (const option of poll.options) await expect(page.getByRole('article').first().getByText(`${option.percent}%`).first()).toBeVisible()
    await expect(
      page
        .getByRole('article')
        .first()
        .getByText(/200 votes/),
    ).toBeVisible()
  }
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
})

test('POL-06 a vote shows at once; without a network it is taken back and says why; after the end it is refused', async ({ open }) => {
  const [maya, fan] = [await open('maya'), await open('fan1')]
  const made = await post(maya, { text: 'Quick one', poll: { options: ['Yes', 'No'], durationMs: 3_600_000 } })
  await fan.page.goto(url(`/post/${made.id}`))
  await options(fan).first().click()
  await expect(options(fan).first()).toHaveAttribute('aria-checked', 'true')
  await expect.poll(async () => (await (await fan.get(`/api/polls/${made.poll?.id}`)).json()).viewer.optionIds).toEqual([1])
  await fan.context.setOffline(true)
  await options(fan).nth(1).click()
  await expect(options(fan).first()).toHaveAttribute('aria-checked', 'true')
  await expect(fan.page.getByRole('region', { name: 'Notices' }).getByText(/Your vote was not counted/)).toBeVisible()
  await fan.context.setOffline(false)
  expect((await (await fan.get(`/api/polls/${made.poll?.id}`)).json()).viewer.optionIds).toEqual([1])
  await maya.context.request.post(url('/api/demo/clock'), { data: { advanceMs: 3_700_000 } })
  const late = await fan.context.request.post(url(`/api/polls/${made.poll?.id}/votes`), { data: { optionIds: [2] } })
  expect([late.status(), (await late.json()).type]).toEqual([409, '/problems/polls/closed'])
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
})

test('INT-04 a like shows at once, stays one under impatient clicking, and reaches other pages', async ({ open }) => {
  const [maya, fan, other] = [await open('maya'), await open('fan1'), await open()]
  const made = await post(maya, { text: 'Like this' })
  for (const { page } of [fan, other]) await page.goto(url(`/post/${made.id}`))
  const like = fan.page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /likes?$/ })
  await like.click({ clickCount: 3 })
  await expect(like).toHaveAttribute('aria-pressed', 'true')
  await expect(other.page.getByRole('article').first().getByRole('button', { name: '1 like', exact: true })).toBeVisible()
  expect((await (await fan.get(`/api/posts/${made.id}`)).json()).counts.likes).toBe(1)
  await maya.context.request.delete(url(`/api/posts/${made.id}`))
})
