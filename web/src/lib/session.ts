import type { Api } from '@corefans/shared/api.ts'
import { pathHere } from '@corefans/shared/values/path.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { ApiProblem } from './problem.ts'
import { showAccount } from './shown-account.ts'
import { forgetter } from './storage.ts'

export type Me = Api['GET /api/me']['output']
export type Config = Api['GET /api/config']['output']

/** Who is signed in; null for a visitor. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Me | null> => {
    const me = await api('GET /api/me', {}).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) return null
      throw error
    })
    showAccount(me?.id ?? null)
    return me
  },
})
export const configQuery = queryOptions({
  queryKey: ['config'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: (): Promise<Config> => api('GET /api/config', {}),
})

export const useMe = (): Me | null => useQuery(meQuery).data ?? null
export const useConfig = (): Config | null => useQuery(configQuery).data ?? null

/** A new session is a new world: every page is read again by a full load. */
export const enter = (path: string): void => window.location.assign(path)

/** What happens once somebody has signed in. */
export type Entered = (who: { accountId: string }) => void

/** Ends the session; what this person wrote and kept here is gone, and every tab shows a visitor. */
export async function signOut(): Promise<void> {
  const forget = forgetter()
  await api('DELETE /api/sessions/current', {})
  forget()
  enter('/')
}

/** Only a path of this site may follow a sign-in. */
export const safeNext = (next: string | undefined): string => pathHere(next ?? '/') ?? '/'
