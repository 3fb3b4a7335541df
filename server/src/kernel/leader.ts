import pg from 'pg'

const retryMs = 1_000

export type Leadership = { stop: () => Promise<void> }

/**
 * Runs `lead` in one process at a time: in whichever holds the advisory lock of `key`. The lock goes with its connection,
 * so a leader that dies is followed within about a second, and one that loses the database stops leading.
 */
export function leadAlone(deps: {
  url: string
  key: number
  /** Begins; answers how to stop. */
  lead: () => Promise<() => Promise<void>>
  onError: (err: unknown, what: string) => void
}): Leadership {
  let stopped = false
  let resting: { wake: () => void } | null = null
  let lost: (() => void) | null = null

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, retryMs)
      resting = {
        wake: () => {
          clearTimeout(timer)
          resolve()
        },
      }
    })

  const term = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: deps.url, application_name: 'corefans-leader' })
    const gone = new Promise<void>((resolve) => {
      lost = resolve
      client.on('end', resolve)
    })
    client.on('error', () => lost?.())
    await client.connect()
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [deps.key])
      if (!rows[0]?.mine || stopped) return
      const stop = await deps.lead()
      await gone
      await stop()
    } finally {
      await client.end().catch(() => {})
    }
  }

  const running = (async () => {
    while (!stopped) {
      await term().catch((err: unknown) => deps.onError(err, 'leader'))
      if (!stopped) await rest()
    }
  })()

  return {
    stop: async () => {
      stopped = true
      lost?.()
      resting?.wake()
      await running
    },
  }
}
