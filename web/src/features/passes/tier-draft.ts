import { PRICE_STEP_WEI } from '@corefans/chain/fees.ts'
import { OPEN_SUPPLY, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { GRACE_DAYS, type GraceDays, graceFlag } from '@corefans/chain/tier-word.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import { asTyped, unitsIn } from '../../lib/wallet/read-amount.ts'
import { type Price, unitsOf } from '../../ui/price-field.tsx'
import { coinOf } from './coin.ts'
import { type Promised, whyNotPromise } from './tier-promises.ts'

/** A tier as it stands in the form: what people type. */
export type TierDraft = Promised & {
  name: string
  perks: string[]
  currency: Currency
  price: string
  supply: string
  /** In percent. */
  royalty: string
}
export type TierTermsDraft = {
  priceWei: bigint
  durationS: number
  maxSupply: number
  flags: number
  royaltyBps: number
  payToken: `0x${string}` | null
}

const day = 86_400
const maxPrice = (1n << 96n) - 1n
const maxRoyaltyBps = 1_000n

/** Where a new tier starts. */
export const blankTier: TierDraft = {
  name: '',
  perks: [''],
  currency: 'core',
  price: '',
  days: 30,
  supply: '',
  renewable: true,
  graceDays: 0,
  policy: 'markets-only',
  consumable: false,
  royalty: '5',
}

/** A tier on sale as the form shows it. */
export const draftOf = (tier: TierView): TierDraft => ({
  name: tier.name,
  perks: tier.perks.length > 0 ? tier.perks : [''],
  currency: coinOf(tier.price) ? 'usd' : 'core',
  price: asTyped(BigInt(tier.price.amount), tier.price.decimals),
  days: tier.durationS === null ? null : Math.ceil(tier.durationS / day),
  supply: tier.maxSupply === null ? '' : String(tier.maxSupply),
  renewable: tier.renewable || tier.durationS === null,
  graceDays: GRACE_DAYS.find((days) => days * day >= tier.graceS) ?? 0,
  policy: tier.policy,
  consumable: tier.consumable,
  royalty: String(tier.royaltyBps / 100),
})

/** The price as the field takes it. */
export const priceOf = ({ price, currency }: TierDraft): Price => ({ text: price, currency })

type Errors = Partial<Record<keyof TierDraft, string>>

/** What the form says about each field that the contract, or the promise to holders, would refuse. */
export function whyNotTier(draft: TierDraft, sold: TierView | null): Errors {
  const found: Partial<Record<keyof TierDraft, string | null>> = {
    name: draft.name.trim() === '' ? 'Give it a name' : null,
    price: whyNotPrice(draft),
    supply: whyNotSupply(draft.supply, sold),
    royalty: royaltyBpsOf(draft.royalty) === null ? 'A number from 0 to 10, with at most one decimal' : null,
    ...(sold && sold.minted > 0 ? whyNotPromise(draft, sold) : {}),
  }
  return Object.fromEntries(Object.entries(found).filter(([, why]) => why)) as Errors
}

function whyNotPrice(draft: TierDraft): string | null {
  const units = unitsOf(priceOf(draft))
  if (units === null) return `A number, such as ${draft.currency === 'core' ? '0.42' : '4.50'}; 0 is free`
  if (units % PRICE_STEP_WEI !== 0n) return 'Too many decimals: leave out the last one'
  return units > maxPrice ? 'That is more than there is' : null
}

/** Percent as typed, in basis points; null for what the contract would refuse. */
function royaltyBpsOf(text: string): number | null {
  const tenths = unitsIn(text, 1)
  return tenths !== null && tenths * 10n <= maxRoyaltyBps ? Number(tenths) * 10 : null
}

const mayOnlyFall = 'A limit that holders relied on can only be lowered'

/** How many as typed; nothing is no limit, and 0 stands for what is no such number. */
function supplyOf(text: string): number {
  if (text.trim() === '') return OPEN_SUPPLY
  const pieces = unitsIn(text, 0) ?? 0n
  return pieces < 1_000_000_000n ? Number(pieces) : 0
}

function whyNotSupply(text: string, tier: TierView | null): string | null {
  const supply = supplyOf(text)
  if (supply < 1) return 'A whole number from 1, or nothing for no limit'
  if (!tier || tier.minted === 0) return null
  if (supply < tier.minted) return `${tier.minted} are sold already`
  return supply > (tier.maxSupply ?? OPEN_SUPPLY) ? mayOnlyFall : null
}

/** The form's values as the contract takes them; call it only when `whyNotTier` found nothing. `dollar` is the dollar token. */
export const termsOfDraft = (draft: TierDraft, dollar: string | undefined): TierTermsDraft => ({
  priceWei: unitsOf(priceOf(draft)) ?? 0n,
  durationS: draft.days === null ? 0 : draft.days * day,
  maxSupply: supplyOf(draft.supply),
  flags: flagsOf(draft),
  royaltyBps: royaltyBpsOf(draft.royalty) ?? 0,
  payToken: draft.currency === 'usd' ? (dollar as `0x${string}`) : null,
})

const flagsOf = ({ policy, renewable, consumable, currency, graceDays }: TierDraft): number =>
  [
    policy === 'soulbound' && TIER_FLAGS.soulbound,
    policy === 'open' && TIER_FLAGS.open,
    !renewable && TIER_FLAGS.nonRenewable,
    consumable && TIER_FLAGS.consumable,
    currency === 'usd' && TIER_FLAGS.inToken,
    graceFlag(graceDays as GraceDays),
  ].reduce<number>((flags, flag) => flags | (flag || 0), 0)

/** What flags say besides the policy. */
export const graceDaysIn = (flags: number): number => GRACE_DAYS[flags >> 5] ?? 0
export const isConsumable = (flags: number): boolean => (flags & TIER_FLAGS.consumable) !== 0

/** Name and perks without what was left empty. */
export const wordsOfDraft = ({ name, perks }: TierDraft) => ({
  name: name.trim(),
  perks: perks
    .map((perk) => perk.trim())
    .filter(Boolean)
    .slice(0, limits.perks),
})
