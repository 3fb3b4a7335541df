import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import { useQuery } from '@tanstack/react-query'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { TradeAsked } from '../../lib/wallet/token-reads.ts'

/** Asked anew while it is open: a quote is true for one block. */
export function useQuote(asked: TradeAsked | null) {
  return useQuery({
    queryKey: ['held-tokens', 'quote', asked && { ...asked, amount: asked.amount.toString() }],
    enabled: asked !== null,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: 4_000,
    retry: 1,
    // A query's answer must be plain: big numbers travel in a box that is compared by what it holds.
    structuralSharing: false,
    queryFn: async () => (asked ? (await loadEngine()).quoteTrade(asked) : null),
  })
}

/** What so much more in a fair launch gets if nobody else comes; null where it buys nothing. */
export function useDepositQuote({ contract, id, terms }: LaunchView, valueWei: bigint | null) {
  return useQuery({
    queryKey: ['held-tokens', 'deposit', contract, id, String(valueWei)],
    enabled: valueWei !== null && valueWei > 0n,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: 4_000,
    retry: 1,
    // As above: big numbers.
    structuralSharing: false,
    queryFn: async () => (await loadEngine()).quoteDepositIn({ contract, id, terms, valueWei: valueWei ?? 0n }),
  })
}

/** What the paying wallet holds of a token, or null while nobody knows. */
export function useHeld(token: string | null): bigint | null {
  const held = useQuery({
    queryKey: ['held-tokens', 'balance', token],
    enabled: token !== null,
    queryFn: async () => ((token === null ? null : await (await loadEngine()).heldTokens(token)) ?? 0n).toString(),
  })
  return held.data === undefined ? null : BigInt(held.data)
}
