import type { QueryClient } from '@tanstack/react-query'

/** Asks again for what a confirmed transaction may have changed: now, and once more for a server that reads the block a moment later than we do. */
export function refreshPasses(queries: QueryClient): void {
  // All that the page reads of the server, and what the wallet holds; not the deal that somebody is looking at.
  const ask = () => void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => /^(GET|balance|owed)/.test(name as string) })
  ask()
  setTimeout(ask, 2_000)
}
