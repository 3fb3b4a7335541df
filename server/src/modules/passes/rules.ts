import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { passFactoryAbi } from '@corefans/chain/abi/pass-factory.ts'
import { passMarketAbi } from '@corefans/chain/abi/pass-market.ts'
import { zeroAddress } from '@corefans/chain/addresses.ts'
import { TIER_FLAGS, tierIdOf } from '@corefans/chain/pass-id.ts'
import { unpackTier } from '@corefans/chain/tier-word.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import type { EmitterKind } from '@corefans/chain/watch/emitters.ts'

const decode = decoderOf([...passFactoryAbi, ...accessPassAbi])
const decodeSale = decoderOf(passMarketAbi)

export type PassLog = Parameters<typeof decode>[0] & {
  address: string
  kind: EmitterKind
  txHash: string
  block: { number: bigint; timestampS: bigint }
}
type At = { collection: string; block: number; atS: number; txHash: string }
type Token = { tokenId: bigint; tierId: number }
type Terms = { priceWei: bigint; durationS: number; maxSupply: number; flags: number; royaltyBps: number; perks: bigint }

/** What a log of our contracts changes in our tables. */
export type PassChange = At &
  (
    | { kind: 'collection'; creatorWallet: string }
    | ({ kind: 'tier'; tierId: number } & Terms)
    | { kind: 'pay-token'; tierId: number; payToken: string }
    | ({ kind: 'mint'; owner: string } & Token)
    | ({ kind: 'move'; from: string; owner: string; isSale: boolean } & Token)
    | ({ kind: 'expiry'; expiresAtS: bigint } & Token)
    | ({ kind: 'loan'; user: string | null; untilS: bigint } & Token)
    /** Spent: its single use is gone. */
    | ({ kind: 'use' } & Token)
    /** Ended or spent by its owner: no grace, and orders for it die. */
    | ({ kind: 'end' } & Token)
    /** Vouchers that nobody can use any more: one became a pass, or some were withdrawn. */
    | { kind: 'voucher'; nonces: bigint[]; passId: bigint | null }
  )

/** The changes of logs in chain order. A move that a sale of the market follows in its transaction is a sale, else a gift. */
export function changesOf(logs: readonly PassLog[]): PassChange[] {
  const sold = new Set<string>()
  for (const log of logs) {
    const sale = log.kind === 'passMarket' ? decodeSale(log) : null
    if (sale?.eventName === 'Sale') sold.add(`${log.txHash} ${sale.args.nft.toLowerCase()}/${sale.args.id}`)
  }
  return logs.flatMap((log): PassChange[] => {
    const change = changeOf(log)
    if (change?.kind !== 'move') return change ? [change] : []
    return [{ ...change, isSale: sold.has(`${change.txHash} ${change.collection}/${change.tokenId}`) }]
  })
}

/** The change a log means, or null for one that changes nothing here. The emitter is already trusted. */
export function changeOf(log: PassLog): PassChange | null {
  if (log.kind !== 'accessPass' && log.kind !== 'passFactory') return null
  const event = decode(log)
  if (!event) return null
  const at = {
    collection: log.address.toLowerCase(),
    block: Number(log.block.number),
    atS: Number(log.block.timestampS),
    txHash: log.txHash,
  }
  if (event.eventName === 'CollectionCreated')
    return { ...at, kind: 'collection', collection: event.args.pass.toLowerCase(), creatorWallet: event.args.creator.toLowerCase() }
  return tierChangeOf(at, event) ?? tokenChangeOf(at, event) ?? voucherChangeOf(at, event)
}

type PassEvent = NonNullable<ReturnType<typeof decode>>

function tierChangeOf(at: At, event: PassEvent): PassChange | null {
  switch (event.eventName) {
    case 'TierSet':
      return { ...at, kind: 'tier', ...unpackTier(event.args.terms) }
    case 'PayTokenSet':
      return { ...at, kind: 'pay-token', tierId: Number(event.args.tierId), payToken: event.args.payToken.toLowerCase() }
    default:
      return null
  }
}

function tokenChangeOf(at: At, event: PassEvent): PassChange | null {
  switch (event.eventName) {
    case 'SubscriptionUpdate':
      return { ...at, kind: 'expiry', ...tokenOf(event.args.tokenId), expiresAtS: event.args.expiration }
    case 'Transfer':
      return moveOf(at, event.args)
    case 'UpdateUser': {
      const user = event.args.user === zeroAddress ? null : event.args.user.toLowerCase()
      return { ...at, kind: 'loan', ...tokenOf(event.args.tokenId), user, untilS: event.args.expires }
    }
    case 'Consumed':
      return { ...at, kind: 'use', ...tokenOf(event.args.tokenId) }
    case 'MetadataUpdate':
      return { ...at, kind: 'end', ...tokenOf(event.args._tokenId) }
    default:
      return null
  }
}

function voucherChangeOf(at: At, event: PassEvent): PassChange | null {
  if (event.eventName === 'VoucherUsed') return { ...at, kind: 'voucher', nonces: [event.args.nonce], passId: event.args.tokenId }
  if (event.eventName !== 'VouchersCancelled') return null
  const { word, mask } = event.args
  const bits = Array.from({ length: 256 }, (_bit, i) => BigInt(i)).filter((bit) => (mask >> bit) & 1n)
  return { ...at, kind: 'voucher', nonces: bits.map((bit) => (word << 8n) | bit), passId: null }
}

const tokenOf = (tokenId: bigint) => ({ tokenId, tierId: tierIdOf(tokenId) })

function moveOf(at: At, transfer: { from: string; to: string; id: bigint }): PassChange {
  const token = { ...tokenOf(transfer.id), owner: transfer.to.toLowerCase() }
  if (transfer.from === zeroAddress) return { ...at, ...token, kind: 'mint' }
  return { ...at, ...token, kind: 'move', from: transfer.from.toLowerCase(), isSale: false }
}

/** uint32's largest value stands for open supply on the chain. */
export const openSupply = 0xffff_ffff
export const isRenewable = (tier: { flags: number; durationS: number }): boolean =>
  tier.durationS > 0 && (tier.flags & TIER_FLAGS.nonRenewable) === 0
export const isSoldOut = (tier: { minted: number; maxSupply: number }): boolean =>
  tier.maxSupply !== openSupply && tier.minted >= tier.maxSupply
