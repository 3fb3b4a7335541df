import { problems } from '../kernel/errors.ts'

export const problem = problems('demo', {
  'unknown-person': [404, 'There is no such person in the demo world'],
  'not-your-wallet': [404, 'This wallet is not one of yours'],
  'faucet-empty': [429, 'The faucet gives at most 100 CORE a day'],
})
