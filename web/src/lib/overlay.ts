import { useEffect, useSyncExternalStore } from 'react'

type Layer<T> = { truth: T | undefined; pending: ((now: T) => T) | undefined; shown: { of: T; value: T } | undefined }

/**
 * What is newer than the pages that were fetched, by id, so that one change updates every list that shows the thing.
 * 1. `truth`: the last word of the server (an answer, an event, a newer page).
 * 2. `pending`: what the person did and the server has not confirmed; laid over the truth, dropped when it fails.
 * 3. What a component shows is `pending(truth ?? base)`.
 */
export function createOverlay<T>() {
  const layers = new Map<string, Layer<T>>()
  const listeners = new Map<string, Set<() => void>>()
  const layer = (id: string): Layer<T> => layers.get(id) ?? { truth: undefined, pending: undefined, shown: undefined }
  const put = (id: string, next: Partial<Layer<T>>) => {
    layers.set(id, { ...layer(id), shown: undefined, ...next })
    for (const listener of listeners.get(id) ?? []) listener()
  }
  const show = (id: string, base: T): T => {
    const { truth, pending, shown } = layer(id)
    const of = truth ?? base
    if (!pending) return of
    if (shown?.of === of) return shown.value
    const value = pending(of)
    layers.set(id, { ...layer(id), shown: { of, value } })
    return value
  }
  const subscribe = (id: string, listener: () => void) => {
    const set = listeners.get(id) ?? new Set()
    listeners.set(id, set.add(listener))
    return () => {
      set.delete(listener)
    }
  }
  return {
    show,
    subscribe,
    truth: (id: string): T | undefined => layer(id).truth,
    isPending: (id: string): boolean => layer(id).pending !== undefined,
    /** The server has spoken. */
    learn: (id: string, truth: T) => put(id, { truth }),
    /** Changes the truth if there is one: a thing that nobody shows needs no news. */
    adjust: (id: string, change: (truth: T) => T) => {
      const { truth } = layer(id)
      if (truth !== undefined) put(id, { truth: change(truth) })
    },
    expect: (id: string, pending: (now: T) => T) => put(id, { pending }),
    settle: (id: string) => put(id, { pending: undefined }),
    use: (id: string, base: T): T => {
      useEffect(() => {
        if (layer(id).truth === undefined) layers.set(id, { ...layer(id), truth: base, shown: undefined })
      }, [id, base])
      return useSyncExternalStore(
        (listener) => subscribe(id, listener),
        () => show(id, base),
        () => base,
      )
    },
  }
}
