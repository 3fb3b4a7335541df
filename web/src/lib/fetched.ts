import type { ComponentType } from 'react'
import { ApiProblem, isOnline, offline } from './problem.ts'

/** Props of an export that is a component. */
export type PropsOf<T> = T extends ComponentType<infer P> ? P : never

/** Code of the app that comes when it is wanted. */
export type Code<T> = {
  /** Resolves once it is here or once it failed; asks again after a failure. Never rejects. */
  fetch: () => Promise<void>
  found: () => T | undefined
  /** Why it is not here, after the newest attempt. */
  error: () => unknown
}

const all: Code<unknown>[] = []

/** One export of a module that is loaded when it is wanted, and again when that failed. */
export function fetched<M extends object, N extends keyof M>(load: () => Promise<M>, name: N): Code<M[N]> {
  let found: M[N] | undefined
  let error: unknown
  let running: Promise<void> | undefined
  const attempt = async () => {
    try {
      found = (await load())[name]
      error = undefined
    } catch (cause) {
      error = whyNot(cause)
    } finally {
      running = undefined
    }
  }
  const fetch = (): Promise<void> => {
    running ??= found ? Promise.resolve() : attempt()
    return running
  }
  const code = { fetch, found: () => found, error: () => error }
  all.push(code)
  return code
}

/** A module that the network did not bring, or that a newer version of the app has replaced; a fault of its own stays one. */
function whyNot(cause: unknown): unknown {
  if (!isOnline()) return offline()
  const isMissing = cause instanceof TypeError && /module|import/i.test(cause.message)
  return isMissing ? new ApiProblem({ type: 'web/part-missing', status: 0, title: 'This part of the page did not arrive' }) : cause
}

/** Asks again for all code that failed to come. */
export const fetchFailed = async (): Promise<void> => {
  await Promise.all(all.filter((code) => code.error()).map((code) => code.fetch()))
}

const settledMs = 8_000
/**
 * Once the page has settled and nothing else is to do, the rest of the app comes one part after another: a click then needs no
 * network. Whoever saves data fetches only what they open.
 */
export function fetchRestWhenIdle(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  const idle = (then: () => void) => ('requestIdleCallback' in window ? requestIdleCallback(then) : setTimeout(then, 200))
  const rest = () => all.find((code) => !code.found() && !code.error())
  const next = () => {
    const code = rest()
    if (code) void code.fetch().then(() => idle(next))
  }
  setTimeout(() => idle(next), settledMs)
}
