import { problems } from '../../kernel/errors.ts'

export const problem = problems('purchases', {
  unknown: [404, 'There is no such post'],
  'not-for-sale': [409, 'This post is not sold by itself'],
  'already-open': [409, 'You can open this post already'],
  'no-wallet': [409, 'This person has no wallet yet'],
  'not-here': [409, 'Payments in this currency are not possible on this network'],
})
