import { problems } from '../../kernel/errors.ts'

export const problem = problems('tokens', {
  'not-your-wallet': [403, 'This wallet is not linked to your account'],
  live: [409, 'Your token is on the chain already'],
  launching: [409, 'Your fair launch is running'],
  'terms-refused': [422, 'A token cannot be made on these terms'],
  'signature-refused': [422, 'This is not the signature of your wallet on these terms'],
  'not-here': [409, 'There are no personal tokens on this chain'],
})
