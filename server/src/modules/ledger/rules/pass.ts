import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { coin, issue, owed, passAsset, platform, wallet } from './accounts.ts'
import { flow } from './flow.ts'
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
  if (event?.eventName === 'Withdrawn') {
    const { to, token, amount, isFee } = event.args
    const from = isFee ? platform(log.address) : owed(log.address, log.creator ?? '')
    return flow('payout', { asset: coin(token), from: [from, 'withdrawn'], to: [[wallet(to), amount, 'payout']] })
  }
  return null
}

type Paid = { tokenId: bigint; payer: string; token: string; amount: bigint; fee: bigint; ref: string }

/** The creator's part waits in the collection until it is withdrawn; so does the platform's. */
function paid(log: BookLog, before: BookLog | null, { tokenId, payer, token, amount, fee, ref }: Paid): Meaning {
  const minted = before?.address === log.address ? decode(before) : null
  const isSale = minted?.eventName === 'Transfer' && minted.args.id === tokenId
  return flow(isSale ? 'pass-sale' : 'pass-renewal', {
    asset: coin(token),
    from: [wallet(payer), 'price'],
    to: [
      [owed(log.address, log.creator ?? ''), amount - fee, 'proceeds'],
      [platform(log.address), fee, 'fee'],
    ],
    subject: passAsset(log.address, tokenId),
    ref,
  })
}
