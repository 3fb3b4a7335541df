import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { money } from '../../lib/format.ts'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { invalidate } from '../../lib/query.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { toast } from '../../ui/toast.ts'

/** Test money of the demo, up to 100 CORE a day. */
export function FaucetButton({ address }: { address: string }) {
  const queries = useQueryClient()
  const fill = useMutation({
    mutationFn: async () => {
      const { txHash, sent } = await api('POST /api/demo/faucet', { address })
      const { followTransaction, readingClient } = await loadEngine()
      await followTransaction(await readingClient(), { hash: txHash as `0x${string}`, needed: 1 }, () => {})
      return sent
    },
    onSuccess: (sent) => {
      toast(`${money(sent)} of test money arrived`)
      return invalidate(queries, 'balance')
    },
    onError: (error) =>
      toast(
        error instanceof ApiProblem && error.type === 'demo/faucet-empty'
          ? 'That was 100 CORE within a day. Come back tomorrow'
          : sentenceOf(error),
      ),
  })
  return (
    <button type="button" className="link small" disabled={fill.isPending} onClick={() => fill.mutate()}>
      {fill.isPending ? 'On its way …' : 'Get test CORE'}
    </button>
  )
}
