import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'

/** Where one of my wallets sells: its collection, and whether that is on the chain yet. */
export type MyCollection = { wallet: string; passFactory: `0x${string}`; collection: `0x${string}`; exists: boolean }

/** The collections of my wallets, the one that pays first; empty without a wallet. */
export const myCollections = queryOptions({
  queryKey: ['my-collections'],
  queryFn: async (): Promise<MyCollection[]> => {
    const [{ items }, engine] = await Promise.all([api('GET /api/me/wallets', {}), loadEngine()])
    const inOrder = [...items].sort((a, b) => Number(b.primary) - Number(a.primary))
    const found = await Promise.all(inOrder.map(async ({ address }) => ({ wallet: address, at: await engine.collectionFor(address) })))
    return found.flatMap(({ wallet, at }) => (at ? [{ wallet, ...at }] : []))
  },
})

/** What a collection owes in a token (or natively), as decimal text. */
export const owedQuery = (collection: string, token?: string) =>
  queryOptions({
    queryKey: ['owed', collection, token ?? null],
    queryFn: async () => (await (await loadEngine()).owedTo(collection, token)).toString(),
  })
