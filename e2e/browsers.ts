import { type Browser, type BrowserContext, chromium, type LaunchOptions } from '@playwright/test'

/** How long a browser may take to close what it holds. It takes well under a second; this only says that it hangs. */
const closingMs = 60_000

/**
 * The browser of a worker. Chromium now and then never answers that it closed a context whose page was just being replaced
 * (a sign-out, a film that is cut off). What the trip proved is proved by then: such a browser is killed and the next trip
 * gets a new one, so that it neither fails this trip nor holds up those that follow.
 */
export function browserOfWorker(options: LaunchOptions) {
  let started: ReturnType<typeof start> | null = null
  const start = async () => {
    const server = await chromium.launchServer(options)
    return { server, browser: await chromium.connect(server.wsEndpoint()) }
  }
  const kill = async () => {
    const ended = await started
    started = null
    await ended?.server.kill()
  }
  return {
    /** The browser that runs, else a new one. */
    browser: async (): Promise<Browser> => {
      started ??= start()
      return (await started).browser
    },
    /** Afterwards the contexts are gone; answers whether the browser closed them itself. */
    close: async (contexts: readonly BrowserContext[]): Promise<boolean> => {
      const closed = Promise.all(contexts.map((context) => context.close())).then(() => true as const)
      const isClosed = await inTime(closed, closingMs)
      if (!isClosed) await kill()
      return isClosed
    },
    kill,
  }
}

/** Whether it came in time. What fails after that is nobody's any more. */
async function inTime(work: Promise<true>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}
