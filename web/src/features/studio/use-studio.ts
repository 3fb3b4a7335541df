import type { StudioView } from '@corefans/shared/contracts/studio.ts'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../lib/query.ts'

/** How far this account has come as a creator; null until that is known, and for a visitor. */
export const useStudio = (isSignedIn: boolean): StudioView | null =>
  useQuery({ ...read('GET /api/me/studio', {}), enabled: isSignedIn, staleTime: 5 * 60_000 }).data ?? null
