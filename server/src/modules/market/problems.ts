import { problems } from '../../kernel/errors.ts'

export const problem = problems('market', {
  'unknown-pass': [404, 'There is no such pass'],
  'listing-inactive': [410, 'This listing is gone'],
  'offer-inactive': [410, 'This offer is gone'],
  'not-asked': [403, 'This offer asks for no pass of yours'],
  'not-your-wallet': [403, 'The order was signed by a wallet that is not yours'],
  'bad-signature': [422, 'The signature does not fit the order'],
  'order-refused': [422, 'The market would not fill this order'],
  'cancel-first': [409, 'Cancel the cheaper listing first: whoever kept it could still buy'],
  'funds-missing': [409, 'Your offer funds do not cover this'],
})
