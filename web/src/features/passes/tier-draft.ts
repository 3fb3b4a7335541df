import { PRICE_STEP_WEI } from '@corefans/chain/fees.ts'
import { OPEN_SUPPLY, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { limits } from '@corefans/shared/values/text.ts'
import { formatAmount, parseAmount } from '../../lib/wallet/amount.ts'

/** A tier as it stands in the form: what people type. */
export type TierDraft = {
  name: string
  perks: string[]
  price: string
  days: number | null
  supply: string
  soulbound: boolean
  renewable: boolean
}
export type TierTermsDraft = { priceWei: bigint; durationS: number; maxSupply: number; flags: number }

const day = 86_400
const maxPriceWei = 2n ** 96n - 1n

/** Where a new tier starts. */
export const blankTier: TierDraft = { name: '', perks: [''], price: '', days: 30, supply: '', soulbound: false, renewable: true }

/** A tier on sale as the form shows it. */
export const draftOf = (tier: TierView): TierDraft => ({
  name: tier.name,
  perks: tier.perks.length > 0 ? tier.perks : [''],
  price: formatAmount(BigInt(tier.price.amount)),
  days: tier.durationS === null ? null : Math.ceil(tier.durationS / day),
  supply: tier.maxSupply === null ? '' : String(tier.maxSupply),
  soulbound: tier.soulbound,
  renewable: tier.renewable || tier.durationS === null,
})

/** What the form says about each field that the contract, or the promise to holders, would refuse. */
export function whyNotTier(draft: TierDraft, sold: TierView | null): Partial<Record<keyof TierDraft, string>> {
  const found: Partial<Record<keyof TierDraft, string | null>> = {
    name: draft.name.trim() === '' ? 'Give it a name' : null,
    price: whyNotPrice(draft.price),
    supply: whyNotSupply(draft.supply, sold),
    days: isShorter(draft.days, sold) ? 'Holders have paid for this long: it can only grow' : null,
    soulbound:
      draft.soulbound && sold && sold.minted > 0 && !sold.soulbound ? 'Sold passes may be given away: that cannot be taken back' : null,
  }
  return Object.fromEntries(Object.entries(found).filter(([, why]) => why)) as Partial<Record<keyof TierDraft, string>>
}

function whyNotPrice(text: string): string | null {
  const wei = parseAmount(text)
  if (wei === null) return 'Write a number with a point, such as 0.42; 0 is free'
  if (wei % PRICE_STEP_WEI !== 0n) return 'Too many decimals: leave out the last one'
  return wei > maxPriceWei ? 'That is more CORE than there is' : null
}

const mayOnlyFall = 'A limit that holders relied on can only be lowered'

function whyNotSupply(text: string, tier: TierView | null): string | null {
  const supply = text.trim() === '' ? OPEN_SUPPLY : Number(/^\d{1,9}$/.test(text.trim()) ? text : 0)
  if (supply < 1) return 'A whole number from 1, or nothing for no limit'
  if (!tier || tier.minted === 0) return null
  if (supply < tier.minted) return `${tier.minted} are sold already`
  return supply > (tier.maxSupply ?? OPEN_SUPPLY) ? mayOnlyFall : null
}

function isShorter(days: number | null, sold: TierView | null): boolean {
  if (!sold || sold.minted === 0 || days === null) return false
  return sold.durationS === null || days * day < sold.durationS
}

/** The form's values as the contract takes them; call it only when `whyNotTier` found nothing. */
export const termsOfDraft = (draft: TierDraft): TierTermsDraft => ({
  priceWei: parseAmount(draft.price) ?? 0n,
  durationS: draft.days === null ? 0 : draft.days * day,
  maxSupply: draft.supply.trim() === '' ? OPEN_SUPPLY : Number(draft.supply),
  flags: (draft.soulbound ? TIER_FLAGS.soulbound : 0) | (draft.renewable ? 0 : TIER_FLAGS.nonRenewable),
})

/** Name and perks without what was left empty. */
export const wordsOfDraft = ({ name, perks }: TierDraft) => ({
  name: name.trim(),
  perks: perks
    .map((perk) => perk.trim())
    .filter(Boolean)
    .slice(0, limits.perks),
})
