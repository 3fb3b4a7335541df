import { type Problem, problems } from '../../kernel/errors.ts'
import { violations } from '../../kernel/violations.ts'
import type { Refusal } from './engine/engine.ts'

export const problem = problems('live', {
  unknown: [404, 'There is no such stream'],
  'unknown-line': [404, 'There is no such line'],
  'not-yours': [403, 'Only its creator may do this'],
  'already-live': [409, 'You are live already; end that stream first'],
  'not-live': [409, 'Nobody is on air here just now'],
  'wrong-key': [403, 'This is not the key of a stream that may go on air'],
  'already-publishing': [409, 'Somebody publishes with this key already'],
  'bad-offer': [422, 'This is not an offer of sound or picture that can be read'],
  'no-codec': [406, 'VP8 or H.264 and Opus are understood here'],
  'engine-down': [503, 'The broadcasting engine is starting again; try in a moment'],
})

violations({ streams_one_of_creator: problem['already-live'] })

const refusals = {
  'bad-offer': problem['bad-offer'],
  'no-codec': problem['no-codec'],
  'nothing-published': problem['not-live'],
  down: problem['engine-down'],
} as const
/** What the engine refused, in the words of the API. */
export const refusalOf = (refusal: Refusal | 'down'): Problem => refusals[refusal]()
