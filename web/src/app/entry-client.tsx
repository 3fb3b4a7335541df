import { type DehydratedState, hydrate } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { watchSteps } from '../lib/history-step.ts'
import { createQueryClient } from '../lib/query.ts'
import { showAccount, watchAccount } from '../lib/shown-account.ts'
import { App } from './app.tsx'
import { createRouter } from './router.tsx'
import './styles.css'

/** The server's page comes alive; without one (somebody is signed in) the page is made here. */
async function begin(): Promise<void> {
  const queries = createQueryClient()
  const router = createRouter({ queries })
  watchSteps(() => router.history.location.state.__TSR_index)
  const place = document.getElementById('app')
  const state = document.getElementById('state')?.textContent
  if (!place) return
  watchAccount()
  if (!state) return createRoot(place).render(<App queries={queries} router={router} />)
  // The server makes pages of visitors only.
  showAccount(null)
  hydrate(queries, JSON.parse(state) as DehydratedState)
  // Tells the router that its first tree is the server's: same boundaries, no second load.
  router.ssr = { manifest: undefined }
  await router.load()
  hydrateRoot(place, <App queries={queries} router={router} />)
}

void begin()
