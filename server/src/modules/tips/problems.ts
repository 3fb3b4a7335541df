import { problems } from '../../kernel/errors.ts'

export const problem = problems('tips', {
  unknown: [404, 'There is no such tip'],
  yourself: [422, 'You cannot tip yourself'],
  'no-wallet': [409, 'This person has no wallet yet'],
  'not-here': [409, 'Tips in this currency are not possible on this network'],
  'unknown-post': [404, 'There is no such post of this person'],
})
