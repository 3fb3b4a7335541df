import type { Page } from '@playwright/test'

/** What a first minute took: clicks or keys beside typing, prompts of the browser with their time, and how long it was. */
export type Minute = { ms: number; typedMs: number; presses: number; prompts: { what: string; atMs: number }[] }

/** A person types a sign each so many milliseconds. */
const keyMs = 40

/** One hand on a fresh profile: it counts what it does. */
type Hand = {
  press: (name: RegExp) => Promise<void>
  type: (text: string) => Promise<void>
  toHandle: () => Promise<void>
  presses: () => number
}

/** Counts what asks a person something: each passkey and each wallet is one prompt, whoever answers it. */
export async function countsPrompts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const note = (what: string) => {
      const all = JSON.parse(localStorage.getItem('prompts') ?? '[]')
      localStorage.setItem('prompts', JSON.stringify([...all, { what, at: Date.now() }]))
    }
    const { credentials } = navigator
    const [create, get] = [credentials.create.bind(credentials), credentials.get.bind(credentials)]
    credentials.create = (options) => {
      note('a passkey is made')
      return create(options)
    }
    credentials.get = (options) => {
      note('a passkey is used')
      return get(options)
    }
    const asked = Notification.requestPermission.bind(Notification)
    Notification.requestPermission = (...given) => {
      note('notifications')
      return asked(...given)
    }
  })
}

const found = (page: Page, name: RegExp) =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).and(page.locator(':visible')).first()

/** By pointer or finger: a click or a tap each. */
export function pointer(page: Page): Hand {
  let presses = 0
  const click = async (name: RegExp) => {
    presses += 1
    await found(page, name).click()
  }
  return {
    press: click,
    type: (text) => page.keyboard.type(text, { delay: keyMs }),
    toHandle: async () => {
      presses += 1
      await page.getByLabel('Handle', { exact: true }).click()
    },
    presses: () => presses,
  }
}

/** By keyboard alone: Tab until the thing has the focus, then Enter. */
export function keyboard(page: Page): Hand {
  let presses = 0
  const key = async (name: string) => {
    presses += 1
    await page.keyboard.press(name, { delay: keyMs })
  }
  const hasFocus = (name: RegExp) => found(page, name).evaluate((element) => element === document.activeElement)
  return {
    press: async (name) => {
      await found(page, name).waitFor()
      // What moves the focus by itself does so within a moment of its appearance.
      await page.waitForTimeout(250)
      for (let tabs = 0; tabs < 60 && !(await hasFocus(name)); tabs++) await key('Tab')
      await key('Enter')
    },
    type: (text) => page.keyboard.type(text, { delay: keyMs }),
    toHandle: () => key('Tab'),
    presses: () => presses,
  }
}

/** From the first page to a locked post that opens: join, take the free pass, open it. The page stands on nothing yet. */
export async function firstMinute(page: Page, { url, hand, handle }: { url: string; hand: Hand; handle: string }): Promise<Minute> {
  const began = Date.now()
  const [name, typed] = ['Ann', handle]
  await page.goto(url)
  await hand.press(/^Join free$/)
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name')
  await hand.type(name)
  await hand.toHandle()
  await hand.type(typed)
  await hand.press(/^Join with a passkey$/)
  await hand.press(/^Get my free pass$/)
  await hand.press(/^Get pass for free$/)
  await hand.press(/^Open the post$/)
  await page.getByRole('heading', { name: 'It is open.' }).waitFor()
  await page
    .getByRole('main')
    .getByRole('article', { name: /^Post by/ })
    .getByRole('button', { name: /like/ })
    .and(page.locator(':enabled'))
    .waitFor()
  const ms = Date.now() - began
  const prompts = await page.evaluate(() => JSON.parse(localStorage.getItem('prompts') ?? '[]') as { what: string; at: number }[])
  return {
    ms,
    typedMs: (name.length + typed.length) * keyMs,
    presses: hand.presses(),
    prompts: prompts.map(({ what, at }) => ({ what, atMs: at - began })),
  }
}
