import { problems } from '../../kernel/errors.ts'

export const problem = problems('passes', {
  'unknown-tier': [422, 'You have no pass tier with this number'],
  'no-wallet': [409, 'This person has no wallet yet'],
  'not-yours': [403, 'This pass is not yours'],
  'not-your-collection': [403, 'These passes are made by a wallet that is not yours'],
  'bad-voucher': [422, 'A signature does not fit its voucher'],
  'claim-refused': [422, 'Nobody could claim a pass on these terms'],
  'link-taken': [409, 'Another link has this secret or this word'],
  'unknown-link': [404, 'There is no such link'],
  'claim-expired': [410, 'This link has expired'],
  'claim-revoked': [410, 'Its creator took this link back'],
  'claim-used': [410, 'Every pass of this link is claimed'],
  'claim-busy': [409, 'Somebody is claiming the last pass of this link; it is free again in ten minutes if they do not'],
  'already-claimed': [409, 'You have claimed your pass of this link'],
  'sold-out': [410, 'All passes of this tier are sold'],
})
