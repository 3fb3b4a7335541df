import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { issue, native, owed, platform, reserve, tokenAsset, wallet } from './accounts.ts'
import { flow } from './flow.ts'
import { moved } from './moved.ts'
import type { BookLog, Meaning, Reading } from './types.ts'

const decode = decoderOf(personalTokenAbi)
const high = (word: bigint): bigint => word >> 128n
const low = (word: bigint): bigint => word & ((1n << 128n) - 1n)

/** Trades, moves and claims of one personal token. Quantities come from its Transfers, money from its trades. */
export const readToken: Reading = (log) => {
  const event = decode(log)
  if (event?.eventName === 'Transfer') {
    const { from, to, amount } = event.args
    return moved('token-move', { asset: tokenAsset(log.address), from, to, amount, issuedBy: issue(log.address) })
  }
  if (event?.eventName === 'Bought') return bought(log, event.args)
  if (event?.eventName === 'Sold') return sold(log, event.args)
  if (event?.eventName === 'Claimed') return claimed(log, event.args)
  return null
}

type Trade = { to: string; amounts: bigint; fees: bigint; ref: string }

function bought(log: BookLog, { payer, amounts, fees, ref }: Trade & { payer: string }): Meaning {
  return flow('token-buy', {
    asset: native,
    from: [wallet(payer), 'price'],
    to: [[reserve(log.address), high(amounts) - high(fees) - low(fees), 'reserve'], ...feesOf(log, fees)],
    subject: tokenAsset(log.address),
    ref,
  })
}

function sold(log: BookLog, { to, amounts, fees, ref }: Trade): Meaning {
  return flow('token-sell', {
    asset: native,
    from: [reserve(log.address), 'reserve'],
    to: [[wallet(to), low(amounts), 'proceeds'], ...feesOf(log, fees)],
    subject: tokenAsset(log.address),
    ref,
  })
}

const feesOf = (log: BookLog, fees: bigint): [string, bigint, string][] => [
  [owed(log.address, log.creator ?? ''), high(fees), 'creator-fee'],
  [platform(log.address), low(fees), 'fee'],
]

/** Both parts leave in one log, each from its own account. */
function claimed(log: BookLog, args: { payee: string; creatorWei: bigint; feeRecipient: string; protocolWei: bigint }): Meaning {
  const creator = flow('payout', {
    asset: native,
    from: [owed(log.address, log.creator ?? ''), 'withdrawn'],
    to: [[wallet(args.payee), args.creatorWei, 'payout']],
  })
  const fees = flow('payout', {
    asset: native,
    from: [platform(log.address), 'withdrawn'],
    to: [[wallet(args.feeRecipient), args.protocolWei, 'payout']],
  })
  return { ...creator, entries: [...creator.entries, ...fees.entries] }
}
