import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { passFactoryAbi } from '@corefans/chain/abi/pass-factory.ts'
import { tierIdOf } from '@corefans/chain/pass-id.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import type { EmitterKind } from '@corefans/chain/watch/emitters.ts'

const decode = decoderOf([...passFactoryAbi, ...accessPassAbi])

export type PassLog = Parameters<typeof decode>[0] & {
  address: string
  kind: EmitterKind
  txHash: string
  block: { number: bigint; timestampS: bigint }
}
type At = { collection: string; block: number; txHash: string }

/** What a log of our contracts changes in our tables. */
export type PassChange = At &
  (
    | { kind: 'collection'; creatorWallet: string }
    | { kind: 'tier'; tierId: number; priceWei: bigint; durationS: bigint; maxSupply: bigint; flags: number }
    | { kind: 'mint'; tokenId: bigint; tierId: number; owner: string }
    | { kind: 'move'; tokenId: bigint; tierId: number; from: string; owner: string }
    | { kind: 'expiry'; tokenId: bigint; tierId: number; expiresAtS: bigint }
  )

const zero = '0x0000000000000000000000000000000000000000'

/** The change a log means, or null for one that changes nothing here. The emitter is already trusted. */
export function changeOf(log: PassLog): PassChange | null {
  if (log.kind !== 'accessPass' && log.kind !== 'passFactory') return null
  const event = decode(log)
  if (!event) return null
  const at = { collection: log.address.toLowerCase(), block: Number(log.block.number), txHash: log.txHash }
  switch (event.eventName) {
    case 'CollectionCreated':
      return { ...at, kind: 'collection', collection: event.args.pass.toLowerCase(), creatorWallet: event.args.creator.toLowerCase() }
    case 'TierSet': {
      const { tierId, priceWei, durationS, maxSupply, flags } = event.args
      return { ...at, kind: 'tier', tierId: Number(tierId), priceWei, durationS, maxSupply, flags: Number(flags) }
    }
    case 'SubscriptionUpdate':
      return { ...at, kind: 'expiry', tokenId: event.args.tokenId, tierId: tierIdOf(event.args.tokenId), expiresAtS: event.args.expiration }
    case 'Transfer':
      return moveOf(at, event.args)
    default:
      return null
  }
}

function moveOf(at: At, transfer: { from: string; to: string; id: bigint }): PassChange {
  const token = { tokenId: transfer.id, tierId: tierIdOf(transfer.id), owner: transfer.to.toLowerCase() }
  if (transfer.from === zero) return { ...at, ...token, kind: 'mint' }
  return { ...at, ...token, kind: 'move', from: transfer.from.toLowerCase() }
}

/** uint32's largest value stands for open supply on the chain. */
export const openSupply = 0xffff_ffff
const soulbound = 1
const nonRenewable = 2
export const isSoulbound = (flags: number): boolean => (flags & soulbound) !== 0
export const isRenewable = (tier: { flags: number; durationS: number }): boolean => tier.durationS > 0 && (tier.flags & nonRenewable) === 0
export const isSoldOut = (tier: { minted: number; maxSupply: number }): boolean =>
  tier.maxSupply !== openSupply && tier.minted >= tier.maxSupply
