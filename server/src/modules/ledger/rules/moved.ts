import { zeroAddress } from '@corefans/chain/addresses.ts'
import { wallet } from './accounts.ts'
import type { Meaning, PostingKind } from './types.ts'

type Move = { asset: string; from: string; to: string; amount: bigint; issuedBy: string }

/** A quantity changed hands; what comes from or goes to nobody is issued or burnt. */
export function moved(kind: PostingKind, { asset, from, to, amount, issuedBy }: Move): Meaning {
  const accountOf = (address: string) => (address === zeroAddress ? issuedBy : wallet(address))
  return {
    kind,
    subject: asset,
    ref: null,
    entries: [
      { account: accountOf(from), asset, amount: -amount, part: 'given' },
      { account: accountOf(to), asset, amount, part: 'received' },
    ],
  }
}
