import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import type { ConfigView } from '@corefans/shared/contracts/system.ts'
import { pathHere } from '@corefans/shared/values/path.ts'
import { dehydrate } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { createQueryClient } from '../lib/query.ts'
import { movedAddresses } from '../lib/root-route.ts'
import { configQuery, meQuery } from '../lib/session.ts'
import { App } from './app.tsx'
import { missingMark } from './error-pages.tsx'
import { headOf } from './head.ts'
import { createRouter } from './router.tsx'

export { pageKey } from './page-key.ts'

export type RenderDeps = {
  call: <R extends ApiRoute>(route: R, input: Api[R]['input']) => Promise<Api[R]['output']>
  publicUrl: string
  config: ConfigView
}
export type Rendered = { status: 200 | 301 | 404; location?: string; head: string; body: string; state: string }

const moved = (location: string): Rendered => ({ status: 301, location, head: '', body: '', state: '' })

/** One page for a visitor who is not signed in. Phases: 1. load what the route reads 2. render 3. head from what was read 4. freeze. */
export async function renderPage(url: string, { call, publicUrl, config }: RenderDeps): Promise<Rendered> {
  const here = pathHere(url)
  if (here === null) return moved('/')
  const { pathname, search } = new URL(here, publicUrl)
  const canonical = pathname.replace(/^\/@[^/]+/, (at) => at.toLowerCase()).replace(/(.)\/+$/, '$1')
  if (canonical !== pathname) return moved(pathHere(canonical + search) ?? '/')
  const now = movedAddresses.get(pathname)
  if (now) return moved(now + search)
  const queries = createQueryClient()
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
  queries.setQueryData(meQuery.queryKey, null)
  queries.setQueryData(configQuery.queryKey, config)
  const router = createRouter({ queries, call }, createMemoryHistory({ initialEntries: [pathname + search] }))
  await router.load()
  const failed = router.state.matches.find((match) => match.status === 'error')
  if (failed) throw failed.error
  const body = renderToString(<App queries={queries} router={router} />)
  const isMissing = body.includes(missingMark)
  const head = headOf({ pathname, queries, publicUrl, isMissing, isDemo: config.demo })
  const state = JSON.stringify(dehydrate(queries)).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  queries.clear()
  return { status: isMissing ? 404 : 200, head, body, state }
}
