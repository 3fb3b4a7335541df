/** The terms on which passes of a tier are sold; a `durationS` of 0 is for life. */
export type TierTerms = {
  tierId: number
  priceWei: bigint
  durationS: number
  maxSupply: number
  perks: bigint
  flags: number
}

/** The terms in the order the contracts take them. */
export function tierArgs({ tierId, priceWei, durationS, maxSupply, perks, flags }: TierTerms) {
  return [tierId, priceWei, durationS, maxSupply, perks, flags] as const
}
