const words: Record<string, [got: string, gave: string]> = {
  'pass-sale': ['Pass sold', 'Pass bought'],
  'pass-renewal': ['Renewal of your pass', 'Pass renewed'],
  'pass-move': ['Pass received', 'Pass given'],
  resale: ['Resale', 'Bought on the market'],
  'offer-funds': ['Offer money taken back', 'Set aside for offers'],
  'token-buy': ['Fee of a token trade', 'Tokens bought'],
  'token-sell': ['Tokens sold', 'Tokens sold'],
  'token-move': ['Tokens received', 'Tokens given'],
  launch: ['Fair launch', 'Put into a fair launch'],
  tip: ['Tip received', 'Tip'],
  purchase: ['Post unlocked by a fan', 'Post unlocked'],
  deal: ['Deal paid out', 'Deal funded'],
  refund: ['Refund', 'Refunded'],
  split: ['Share of a split', 'Shared among the team'],
  payout: ['Payout', 'Withdrawn'],
  sponsorship: ['Gas money taken back', 'Gas money set aside'],
}

/** What a statement line is called by whoever got or gave. */
export const kindWords = (kind: string, got: boolean): string => words[kind]?.[got ? 0 : 1] ?? kind
