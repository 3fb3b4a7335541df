import { problems } from '../../kernel/errors.ts'

export const problem = problems('posts', {
  unknown: [404, 'There is no such post'],
  empty: [422, 'A post needs text, an image, a video, a sound or a poll'],
  'not-yours': [403, 'Only its author may change a post'],
  'too-late': [409, 'The time to undo has passed'],
})
