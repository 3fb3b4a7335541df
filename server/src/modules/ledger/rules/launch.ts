import { batchLaunchAbi } from '@corefans/chain/abi/batch-launch.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { deposit, launch, native, tokenAsset, wallet } from './accounts.ts'
import { flow } from './flow.ts'
import type { BookLog, Meaning, Reading } from './types.ts'

const decode = decoderOf(batchLaunchAbi)

/**
 * A fair launch: a deposit stays its owner's until it is claimed; then what was paid for tokens goes to the launch, which
 * has spent it at the settling, and the rest goes back. The token's own logs book what the launch bought.
 */
export const readLaunch: Reading = (log) => {
  const event = decode(log)
  if (event?.eventName === 'Deposited') {
    const { account, amountWei } = event.args
    const to: [string, bigint, string][] = [[deposit(log.address, account), amountWei, 'set-aside']]
    return flow('launch', { asset: native, from: [wallet(account), 'set-aside'], to })
  }
  if (event?.eventName === 'BatchSettled') {
    const { id, token, spentWei } = event.args
    const to: [string, bigint, string][] = [[wallet(log.address), spentWei, 'spent']]
    return flow('launch', { asset: native, from: [launch(log.address, id), 'spent'], to, subject: tokenAsset(token) })
  }
  return event?.eventName === 'BatchClaimed' ? claimed(log, event.args) : null
}

type Claim = { id: bigint; account: string; token: string; paidWei: bigint; refundWei: bigint }

/** Two lines leave the deposit, so that a portfolio reads the price of the tokens apart from what came back. */
function claimed({ address }: BookLog, { id, account, token, paidWei, refundWei }: Claim): Meaning {
  const mine = deposit(address, account)
  const paid = flow('token-buy', {
    asset: native,
    from: [mine, 'price'],
    to: [[launch(address, id), paidWei, 'price']],
    subject: tokenAsset(token),
  })
  const refund = flow('refund', { asset: native, from: [mine, 'refunded'], to: [[wallet(account), refundWei, 'refund']] })
  return paidWei === 0n ? refund : { ...paid, entries: [...paid.entries, ...refund.entries] }
}
