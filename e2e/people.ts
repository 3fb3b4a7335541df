import { type APIResponse, type Browser, type BrowserContext, test as base, errors, expect, type Page } from '@playwright/test'
import { browserOfWorker } from './browsers.ts'

export const url = (path = '/'): string => `${process.env['E2E_URL']}${path}`

/** A browser of its own, and what it complained of. */
export type Visitor = { page: Page; context: BrowserContext; complaints: string[]; get: (path: string) => Promise<APIResponse> }
export type Open = (who?: string | null, options?: Parameters<Browser['newContext']>[0]) => Promise<Visitor>

/** A page is there within a second or two; this only says that Chromium hangs. */
const arrivesMs = 60_000

/**
 * Now and then Chromium begins to load a page and never goes on, with no request on its way. A second call replaces the one
 * that hangs; a page that does not come then either fails its trip.
 */
function goingAgain(page: Page): Page {
  const goto = page.goto.bind(page)
  page.setDefaultNavigationTimeout(2 * arrivesMs)
  page.goto = async (to, options) => {
    try {
      return await goto(to, { timeout: arrivesMs, ...options })
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      return goto(to, { timeout: arrivesMs, ...options })
    }
  }
  return page
}

/** `open()` gives a visitor's browser, `open('fan1')` one that is signed in as a person of the demo world. */
export const test = base.extend<{ open: Open }, { chromium: ReturnType<typeof browserOfWorker> }>({
  chromium: [
    async ({ launchOptions }, use) => {
      const chromium = browserOfWorker(launchOptions)
      await use(chromium)
      await chromium.kill()
    },
    { scope: 'worker' },
  ],
  open: async ({ chromium, contextOptions, viewport, locale, timezoneId }, use, { annotations }) => {
    const visitors: Visitor[] = []
    const browser = await chromium.browser()
    await use(async (who = null, options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        ...options,
      })
      const page = goingAgain(await context.newPage())
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(url('')) && !/^(data|blob):/.test(request.url())) complaints.push(`off-origin ${request.url()}`)
      })
      if (who) expect((await context.request.post(url('/api/demo/sign-in'), { data: { handle: who } })).status()).toBe(200)
      const visitor = { page, context, complaints, get: (path: string) => context.request.get(url(path)) }
      visitors.push(visitor)
      return visitor
    })
    const isClosed = await chromium.close(visitors.map(({ context }) => context))
    if (!isClosed) annotations.push({ type: 'browser', description: 'it did not close what the trip had opened, and was killed' })
  },
})
export { expect }

/** A post by a person of the demo world, made through the API. */
export async function post(
  author: Visitor,
  body: object,
): Promise<{ id: string; text: string; media: { url: string }[]; poll?: { id: string } }> {
  const answer = await author.context.request.post(url('/api/posts'), { data: body })
  expect(answer.status()).toBe(201)
  return answer.json()
}

/** Opens somebody's notifications and waits for one; what comes while the list is open waits above it until its reader asks. */
export async function noticed({ page }: Visitor, words: RegExp | string, tab = ''): Promise<void> {
  await page.goto(url(`/notifications${tab && `?tab=${tab}`}`))
  const [notice, waiting] = [page.getByText(words).first(), page.getByRole('button', { name: /^Show \d+ new/ })]
  await expect(notice.or(waiting).first()).toBeVisible()
  if (!(await notice.isVisible())) await waiting.click()
  await expect(notice).toBeVisible()
}
