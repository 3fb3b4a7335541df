import { PRICE_STEP_WEI } from '@corefans/chain/fees.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { unitsIn } from '../../../lib/wallet/read-amount.ts'

/** A claim link as it stands in its form. */
export type LinkDraft = { uses: string; price: string; days: number; greeting: string }

export const blankLink: LinkDraft = { uses: '1', price: '0', days: 7, greeting: '' }

/** What the contract or CoreFans would refuse of it; `decimals` are those of the tier's coin. */
export function whyNotLink({ uses, price }: LinkDraft, decimals: number): Partial<Record<keyof LinkDraft, string>> {
  const units = unitsIn(price, decimals)
  const people = unitsIn(uses, 0) ?? 0n
  const isWhole = people >= 1n && people <= limits.claimUses
  return {
    ...(isWhole ? {} : { uses: `A whole number from 1 to ${limits.claimUses}` }),
    ...(units === null || units % PRICE_STEP_WEI !== 0n ? { price: 'A number, such as 0.42; 0 is a gift' } : {}),
  }
}

/** The draft as the wallet signs it; call it only when `whyNotLink` found nothing. */
export const termsOfLink = ({ uses, price, days, greeting }: LinkDraft, decimals: number) => ({
  uses: Number(unitsIn(uses, 0) ?? 0n),
  price: unitsIn(price, decimals) ?? 0n,
  days,
  greeting,
})
