import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { issue, native, owed, passAsset, platform, wallet } from './accounts.ts'
import { moved } from './moved.ts'
import type { BookLog, Meaning, Reading } from './types.ts'

const decode = decoderOf(accessPassAbi)

/** Sales, renewals, moves and payouts of one collection. */
export const readPass: Reading = (log, before) => {
  const event = decode(log)
  if (event?.eventName === 'Transfer') {
    const asset = passAsset(log.address, event.args.id)
    return moved('pass-move', { asset, from: event.args.from, to: event.args.to, amount: 1n, issuedBy: issue(log.address) })
  }
  if (event?.eventName === 'PassPaid') return paid(log, before, event.args)
  if (event?.eventName === 'Withdrawn') return withdrawn(log, event.args)
  return null
}

type Paid = { tokenId: bigint; payer: string; amountWei: bigint; feeWei: bigint; ref: string }

/** The creator's part waits in the collection until it is withdrawn; so does the platform's. */
function paid(log: BookLog, before: BookLog | null, { tokenId, payer, amountWei, feeWei, ref }: Paid): Meaning {
  const minted = before?.address === log.address ? decode(before) : null
  const isSale = minted?.eventName === 'Transfer' && minted.args.id === tokenId
  return {
    kind: isSale ? 'pass-sale' : 'pass-renewal',
    subject: passAsset(log.address, tokenId),
    ref,
    entries: [
      { account: wallet(payer), asset: native, amount: -amountWei, part: 'price' },
      { account: owed(log.address, log.creator ?? ''), asset: native, amount: amountWei - feeWei, part: 'proceeds' },
      { account: platform(log.address), asset: native, amount: feeWei, part: 'fee' },
    ],
  }
}

/** Whose share it was is told by the receiver: the creator's wallet, or else the platform. */
function withdrawn(log: BookLog, { to, amountWei }: { to: string; amountWei: bigint }): Meaning {
  const from = to.toLowerCase() === log.creator ? owed(log.address, to) : platform(log.address)
  return {
    kind: 'payout',
    subject: null,
    ref: null,
    entries: [
      { account: from, asset: native, amount: -amountWei, part: 'withdrawn' },
      { account: wallet(to), asset: native, amount: amountWei, part: 'payout' },
    ],
  }
}
