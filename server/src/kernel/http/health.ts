import type { Sql } from '../db.ts'
import { http } from '../problems.ts'

const partNames = ['database', 'chain'] as const
export type Part = (typeof partNames)[number]
type Healthy = { status: 'ok' }
export type Health = {
  /** Throws http/unavailable with what is down. */
  ready: () => Promise<Healthy>
  live: () => Promise<Healthy>
  /** 1 where the part answers, else 0. */
  up: (part: Part) => Promise<number>
}

const answerWithinMs = 2_000
/** A monitor that asks often, or many of them, cost one question in so long. */
const freshMs = 250

/** What we depend on, asked whether it is there. Liveness asks nobody: a process is not restarted for what others lack. */
export function healthOf({ sql, rpcUrl }: { sql: Sql; rpcUrl: string }): Health {
  const parts: Record<Part, () => Promise<boolean>> = {
    database: shared(() => answers(sql('select 1'))),
    chain: shared(() => answers(askChain(rpcUrl))),
  }
  return {
    live: async () => ({ status: 'ok' }),
    up: async (part) => Number(await parts[part]()),
    ready: async () => {
      const states = await Promise.all(partNames.map(async (part) => [part, (await parts[part]()) ? 'ok' : 'down'] as const))
      if (states.some(([, state]) => state === 'down')) throw http.unavailable({ parts: Object.fromEntries(states), retryAfterS: 2 })
      return { status: 'ok' }
    },
  }
}

async function answers(asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, answerWithinMs, false)
  })
  const answered = asked.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}

async function askChain(rpcUrl: string): Promise<void> {
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}',
    signal: AbortSignal.timeout(answerWithinMs),
  })
  const { result } = (await response.json()) as { result?: unknown }
  if (typeof result !== 'string') throw new Error('the chain answers without a block')
}

/** Callers of one moment share one answer. */
function shared(ask: () => Promise<boolean>): () => Promise<boolean> {
  let latest: { at: number; answer: Promise<boolean> } | null = null
  return () => {
    const at = performance.now()
    if (!latest || at - latest.at > freshMs) latest = { at, answer: ask() }
    return latest.answer
  }
}
