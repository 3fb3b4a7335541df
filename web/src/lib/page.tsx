import type { AsyncRouteComponent } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { type Code, fetched, type PropsOf } from './fetched.ts'

/**
 * A page of a route whose code comes when somebody goes there. If it does not come, the route's error page stands in its place,
 * inside the shell. (The router's own `lazyRouteComponent` loads the whole document again then: offline, that is the end.)
 */
export function page<M extends object, N extends keyof M>(load: () => Promise<M>, name: N): AsyncRouteComponent<PropsOf<M[N]>> {
  const code = fetched(load, name)
  return Object.assign(shown.bind(null, code), { preload: code.fetch }) as AsyncRouteComponent<PropsOf<M[N]>>
}

/** Suspends until it is here; throws why it is not. */
function shown(code: Code<unknown>, props: object): ReactNode {
  const Found = code.found() as ComponentType | undefined
  if (Found) return <Found {...props} />
  throw code.error() ?? code.fetch()
}
