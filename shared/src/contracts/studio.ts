import { z } from 'zod'
import { contract } from '../contract.ts'

/** How far an account has come as a creator: what its studio leads with. */
export const StudioView = z.object({
  /** Sells passes, has a team, or wrote for holders: for these the studio is a place of the navigation. */
  isCreator: z.boolean(),
  tiers: z.number().int(),
  /** Passes that were minted in all tiers, gifts among them. */
  passes: z.number().int(),
  wroteForHolders: z.boolean(),
  /** Teams that the account runs with others, or helps in. */
  teams: z.number().int(),
})
export type StudioView = z.infer<typeof StudioView>

export const readStudio = contract('GET /api/me/studio', {
  summary: 'How far this account has come as a creator',
  who: 'account',
  actFor: 'view',
  input: z.strictObject({}),
  output: StudioView,
  problems: [],
})
