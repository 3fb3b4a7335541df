/** The supply of a tier that never sells out. */
export const OPEN_SUPPLY = 0xffff_ffff

/** The flags of a tier, to be added up; `tier-word.ts` adds the days of grace. */
export const TIER_FLAGS = { soulbound: 1, nonRenewable: 2, open: 4, consumable: 8, inToken: 16 } as const

/** The token id of the n-th pass of a tier; serials start at 1. */
export function passIdOf(tierId: number, serial: number): bigint {
  return (BigInt(tierId) << 32n) | BigInt(serial)
}

/** The tier that a pass belongs to. */
export function tierIdOf(passId: bigint): number {
  return Number(passId >> 32n)
}

/** The number of a pass within its tier, from 1. */
export function serialOf(passId: bigint): number {
  return Number(passId & 0xffff_ffffn)
}
