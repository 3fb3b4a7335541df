import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { line, sameText } from '../values/text.ts'

export const PollView = z.object({
  id: Id,
  multiple: z.boolean(),
  /** Only accounts that hold one of the author's passes may vote. */
  holdersOnly: z.boolean(),
  closesAt: z.iso.datetime().nullable(),
  closed: z.boolean(),
  /** Percentages are whole and sum to 100 by the largest remainder, or are all 0 while nobody has voted. */
  options: z.array(z.object({ id: z.number().int(), label: z.string(), votes: z.number().int(), percent: z.number().int() })),
  totalVotes: z.number().int(),
  viewer: z.object({
    optionIds: z.array(z.number().int()),
    mayVote: z.boolean(),
    whyNot: z.enum(['signed-out', 'closed', 'holders-only']).nullable(),
  }),
})
export type PollView = z.infer<typeof PollView>

export const PollDraft = z.strictObject({
  options: z
    .array(line(limits.pollOption).min(1))
    .min(limits.pollOptionsMin)
    .max(limits.pollOptionsMax)
    .refine((options) => new Set(options.map(sameText)).size === options.length, 'two options are the same'),
  multiple: z.boolean().default(false),
  holdersOnly: z.boolean().default(false),
  /** How long the poll is open, counted from now; null is open-ended. At least a minute, at most 30 days. */
  durationMs: z
    .number()
    .int()
    .min(60_000)
    .max(30 * 86_400_000)
    .nullable()
    .default(86_400_000),
})
export type PollDraft = z.infer<typeof PollDraft>

export const readPoll = contract('GET /api/polls/:pollId', {
  summary: 'A poll with its tallies',
  who: 'viewer',
  input: z.strictObject({ pollId: Id }),
  output: PollView,
  problems: ['polls/unknown', 'access/locked'],
})
export const castVotes = contract('POST /api/polls/:pollId/votes', {
  summary: "Set the voter's choice; a later call replaces it, an empty list withdraws it",
  who: 'account',
  input: z.strictObject({ pollId: Id, optionIds: z.array(z.number().int().min(1).max(limits.pollOptionsMax)).max(limits.pollOptionsMax) }),
  output: PollView,
  problems: ['polls/unknown', 'polls/closed', 'polls/unknown-option', 'polls/one-choice', 'polls/holders-only', 'access/locked'],
  rate: { points: 600, per: 'account' },
})
