import type { Emitter } from '@corefans/chain/watch/emitters.ts'

/** A log as the book reads it; addresses in any case. */
export type BookLog = Emitter & {
  address: string
  topics: readonly `0x${string}`[]
  data: `0x${string}`
  txHash: string
  positionInTx: number
}

/** What a posting is about; statements and exports use these words. */
export type PostingKind =
  | 'pass-sale'
  | 'pass-renewal'
  | 'pass-move'
  | 'resale'
  | 'offer-funds'
  | 'token-buy'
  | 'token-sell'
  | 'token-move'
  | 'launch'
  | 'tip'
  | 'purchase'
  | 'deal'
  | 'refund'
  | 'split'
  | 'payout'
  | 'sponsorship'

/** One line of a posting. `amount` is in the smallest unit of `asset`; negative leaves the account. */
export type Entry = { account: string; asset: string; amount: bigint; part: string }

/** What one log means in the book; the entries sum to zero in each asset. */
export type Meaning = { kind: PostingKind; subject: string | null; ref: string | null; entries: Entry[] }

/** A meaning with its place on the chain. */
export type Posting = Meaning & { block: { number: bigint; hash: string; timestampS: bigint }; txHash: string; positionInTx: number }

/** Reads logs of one kind of contract; `before` is the log that stands before it in the same transaction. */
export type Reading = (log: BookLog, before: BookLog | null) => Meaning | null
