import { sponsorForwarderAbi } from '@corefans/chain/abi/sponsor-forwarder.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { deposit, native, wallet } from './accounts.ts'
import { flow } from './flow.ts'
import type { Reading } from './types.ts'

const decode = decoderOf(sponsorForwarderAbi)

/** Gas money of sponsors: put in, taken back, and paid to whoever carried a call for somebody. */
export const readForwarder: Reading = (log) => {
  const event = decode(log)
  if (event?.eventName === 'SponsorDeposited') {
    const { sponsor, amountWei } = event.args
    const to: [string, bigint, string][] = [[deposit(log.address, sponsor), amountWei, 'set-aside']]
    return flow('sponsorship', { asset: native, from: [wallet(sponsor), 'set-aside'], to })
  }
  if (event?.eventName === 'SponsorWithdrew') {
    const { sponsor, amountWei } = event.args
    const to: [string, bigint, string][] = [[wallet(sponsor), amountWei, 'taken-back']]
    return flow('sponsorship', { asset: native, from: [deposit(log.address, sponsor), 'taken-back'], to })
  }
  if (event?.eventName !== 'Executed') return null
  const { sponsor, relayer, chargedWei } = event.args
  return flow('sponsorship', { asset: native, from: [deposit(log.address, sponsor), 'gas'], to: [[wallet(relayer), chargedWei, 'gas']] })
}
