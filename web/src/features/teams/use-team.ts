import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'

/** A change of a team; the page asks again for what it shows, and a refusal says why. */
export function useTeam<R extends ApiRoute>(route: R) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Api[R]['input']) => api(route, input),
    onSuccess: () => invalidate(queries, 'GET /api/me/teams'),
    onError: (error) => toast(sentenceOf(error)),
  })
}
