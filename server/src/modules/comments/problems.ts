import { problems } from '../../kernel/errors.ts'

export const problem = problems('comments', {
  unknown: [404, 'There is no such comment'],
  'unknown-post': [404, 'There is no such post'],
  'unknown-parent': [422, 'There is no such comment here to reply to'],
  'two-levels': [422, 'A reply answers a comment, not another reply'],
  empty: [422, 'A comment needs words'],
  'not-yours': [403, 'Only its author or the author of the post may do this'],
  'not-your-thread': [403, 'Only the author of the post decides about its comments'],
  'unknown-pin': [422, 'There is no such comment here to pin'],
  'too-late': [409, 'The time for this has passed'],
  'thread-locked': [403, 'Comments are closed'],
  'followers-only': [403, 'Only followers may comment here'],
  'holders-only': [403, 'Only holders of a pass may comment here'],
  'tippers-only': [403, 'Only those who have tipped may comment here'],
})
