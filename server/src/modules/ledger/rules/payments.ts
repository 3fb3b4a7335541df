import { escrowAbi } from '@corefans/chain/abi/escrow.ts'
import { paymentsAbi } from '@corefans/chain/abi/payments.ts'
import { teamSplitAbi } from '@corefans/chain/abi/team-split.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { coin, deal, owed, platform, wallet } from './accounts.ts'
import { flow } from './flow.ts'
import type { BookLog, Meaning, Reading } from './types.ts'

const onPayments = decoderOf(paymentsAbi)
const onEscrow = decoderOf(escrowAbi)
const onSplit = decoderOf(teamSplitAbi)
const once = 1

/** Tips and payments made once: pushed to the payee, or credited where that failed. */
export const readPayments: Reading = (log) => {
  const event = onPayments(log)
  if (event?.eventName !== 'Paid') return event ? tillOf(log, event) : null
  const { payer, payee, ref, token, gross, fee, kind, credited } = event.args
  return flow(kind === once ? 'purchase' : 'tip', {
    asset: coin(token),
    from: [wallet(payer), 'price'],
    to: [...toPayee(log, { payee, amount: gross - fee, credited }), [platform(log.address), fee, 'fee']],
    ref,
  })
}

/** Money that waits for goods or work: funded, released in parts, or given back. */
export const readEscrow: Reading = (log) => {
  const event = onEscrow(log)
  if (event?.eventName === 'DealFunded') {
    const { payer, token, amount, ref, deal: id } = event.args
    return flow('deal', { asset: coin(token), from: [wallet(payer), 'price'], to: [[deal(log.address, id), amount, 'set-aside']], ref })
  }
  if (event?.eventName === 'DealReleased') {
    const { payee, token, gross, fee, credited, deal: id } = event.args
    return flow('deal', {
      asset: coin(token),
      from: [deal(log.address, id), 'released'],
      to: [...toPayee(log, { payee, amount: gross - fee, credited }), [platform(log.address), fee, 'fee']],
    })
  }
  if (event?.eventName === 'DealRefunded') {
    const { payer, token, amount, credited, deal: id } = event.args
    const to = credited ? owed(log.address, payer) : wallet(payer)
    return flow('refund', { asset: coin(token), from: [deal(log.address, id), 'refunded'], to: [[to, amount, 'refund']] })
  }
  return event ? tillOf(log, event) : null
}

/** A member's share leaves the split, which is a wallet like any other. */
export const readSplit: Reading = (log) => {
  const event = onSplit(log)
  if (event?.eventName !== 'ShareReleased') return null
  const { token, to, amount } = event.args
  return flow('split', { asset: coin(token), from: [wallet(log.address), 'shared'], to: [[wallet(to), amount, 'share']] })
}

function toPayee(log: BookLog, { payee, amount, credited }: { payee: string; amount: bigint; credited: boolean }) {
  return [[credited ? owed(log.address, payee) : wallet(payee), amount, 'proceeds']] as [string, bigint, string][]
}

type TillEvent =
  | { eventName: 'CreditWithdrawn'; args: { account: string; token: string; to: string; amount: bigint } }
  | { eventName: 'FeesTaken'; args: { token: string; to: string; amount: bigint } }
  | { eventName: string; args: object }

/** What payments and escrow have in common: credits fetched and fees taken. */
function tillOf(log: BookLog, event: TillEvent): Meaning | null {
  if (event.eventName !== 'CreditWithdrawn' && event.eventName !== 'FeesTaken') return null
  const args = event.args as { account?: string; token: string; to: string; amount: bigint }
  const from = args.account === undefined ? platform(log.address) : owed(log.address, args.account)
  return flow('payout', { asset: coin(args.token), from: [from, 'withdrawn'], to: [[wallet(args.to), args.amount, 'payout']] })
}
