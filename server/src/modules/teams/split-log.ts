import { splitFactoryAbi } from '@corefans/chain/abi/split-factory.ts'
import { teamSplitAbi } from '@corefans/chain/abi/team-split.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { zeroAddress } from 'viem'
import type { InboxLog } from '../../kernel/ports/chain.ts'

type Made = { kind: 'made'; split: string; creator: string; shares: { recipient: string; bps: number }[] }
type Released = { kind: 'released'; split: string; tx: string; position: number; recipient: string; asset: string; amount: string }
/** What a split's log changes here. */
export type SplitLog = (Made | Released) & { block: string; at: number }

const factory = decoderOf(splitFactoryAbi)
const split = decoderOf(teamSplitAbi)

/** What a log of the factory or of one of its splits says, or null for any other. */
export function splitLogOf(log: InboxLog): SplitLog | null {
  const place = { block: log.block.number.toString(), at: Number(log.block.timestampS) }
  if (log.kind === 'splitFactory') {
    const event = factory(log)
    if (!event) return null
    const { recipients, sharesBps } = event.args
    const shares = recipients.map((recipient, index) => ({ recipient: recipient.toLowerCase(), bps: sharesBps[index] ?? 0 }))
    return { ...place, kind: 'made', split: event.args.split.toLowerCase(), creator: event.args.creator.toLowerCase(), shares }
  }
  const event = log.kind === 'teamSplit' ? split(log) : null
  if (event?.eventName !== 'ShareReleased') return null
  const { account, token, amount } = event.args
  const asset = token === zeroAddress ? 'native' : token.toLowerCase()
  const told = { recipient: account.toLowerCase(), asset, amount: amount.toString() }
  return { ...place, ...told, kind: 'released', split: log.address, tx: log.txHash, position: log.positionInTx }
}
