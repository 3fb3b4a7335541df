import type { Api } from '@corefans/shared/api.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { meQuery } from '../../lib/session.ts'
import { toast } from '../../ui/toast.ts'

type Changes = Api['PATCH /api/me/profile']['input']

/** Saves some fields of one's profile; the page and the navigation follow at once. */
export function useEditProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (changes: Changes) => api('PATCH /api/me/profile', changes),
    onSuccess: (profile) => {
      queries.setQueryData(['GET /api/profiles/:handle', { handle: profile.handle }], profile)
      toast('Saved')
      return queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    onError: (error) => toast(`${sentenceOf(error)}. Nothing was saved.`),
  })
}
