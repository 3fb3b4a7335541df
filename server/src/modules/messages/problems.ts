import { problems } from '../../kernel/errors.ts'

export const problem = problems('messages', {
  'unknown-thread': [404, 'There is no such conversation'],
  unknown: [404, 'There is no such message'],
  'unknown-reply': [422, 'There is no such message here to reply to'],
  empty: [422, 'A message needs words or a file'],
  'too-many-links': [422, 'That is too many links for one message'],
  yourself: [422, 'A conversation needs somebody else'],
  'not-allowed': [403, 'You cannot write to this person'],
  'not-yours': [403, 'Only whoever wrote it may do this'],
  'too-late': [409, 'The time for this has passed'],
  'read-backwards': [409, 'More than this is read already'],
  'not-a-group': [409, 'A conversation of two cannot be left'],
})
