import { type Address, erc20Abi, erc721Abi } from 'viem'
import { readContract } from 'viem/actions'
import type { ReadingClient } from '../../chain/src/clients.ts'
import type { Child } from '../../server/src/crash/child.ts'
import type { Db } from '../../server/src/kernel/db.ts'
import type { Cast } from './act.ts'
import { signedIn } from './sign-in.ts'

/** Rows of the read models that say other than the chain. */
export async function readModelFaults(db: Db, client: ReadingClient): Promise<string[]> {
  const passes = await db.sql<{ collection: string; id: string; owner: string }>(
    `select collection, token_id::text as id, owner from pass_tokens`,
  )
  const tokens = await db.sql<{ token: string; holder: string; amount: string }>(`select token, holder, amount::text from token_balances`)
  const faults: string[] = []
  await inPairs(passes, async ({ collection, id, owner }) => {
    const at = { address: collection as Address, abi: erc721Abi, args: [BigInt(id)] as const }
    const truth = (await readContract(client, { ...at, functionName: 'ownerOf' })).toLowerCase()
    if (truth !== owner) faults.push(`pass ${collection}/${id}: ${owner}, on chain ${truth}`)
  })
  await inPairs(tokens, async ({ token, holder, amount }) => {
    const at = { address: token as Address, abi: erc20Abi, args: [holder as Address] as const }
    const truth = await readContract(client, { ...at, functionName: 'balanceOf' })
    if (truth !== BigInt(amount)) faults.push(`token ${token} of ${holder}: ${amount}, on chain ${truth}`)
  })
  return [...faults, ...(await tipFaults(db))]
}

/** Tips that are counted without a posting, postings without a tip, and payments counted twice. */
async function tipFaults(db: Db): Promise<string[]> {
  const rows = await db.sql<{ what: string; n: number }>(
    `select 'tips booked but not kept' as what, count(*)::int as n from ledger_postings p
      where p.kind = 'tip' and p.reverses is null and p.reversed_by is null
        and not exists (select 1 from payments t where t.purpose = 'tip' and t.tx_hash = p.tx_hash and t.position_in_tx = p.position_in_tx and t.reversed_at is null)
     union all
     select 'tips kept but not booked', count(*)::int from payments t where t.purpose = 'tip' and t.reversed_at is null
        and not exists (select 1 from ledger_postings p where p.tx_hash = t.tx_hash and p.position_in_tx = t.position_in_tx
                          and p.reverses is null and p.reversed_by is null)`,
  )
  return rows.filter(({ n }) => n > 0).map(({ what, n }) => `${what}: ${n}`)
}

/** Positions that the API shows and the chain does not, for an account per wallet of the storm. */
export async function portfolioFaults(
  db: Db,
  { server, cast, client }: { server: Child; cast: Cast; client: ReadingClient },
): Promise<string[]> {
  const faults: string[] = []
  for (const [index, actor] of cast.actors.entries()) {
    const wallet = actor.client.account.address
    const cookie = await signedIn(db, { wallet: wallet.toLowerCase(), name: `storm${index}`, port: server.port })
    const answer = await fetch(`${server.url}/api/me/portfolio`, { headers: { cookie } })
    const { items } = (await answer.json()) as { items: { asset: string; kind: string; contract: Address; amount: string }[] }
    const passes = items.filter(({ kind, amount }) => kind === 'pass' && amount === '1').length
    const held = await readContract(client, { address: cast.pass, abi: erc721Abi, functionName: 'balanceOf', args: [wallet] })
    if (BigInt(passes) !== held) faults.push(`${wallet} shows ${passes} passes, on chain ${held}`)
    const shown = items.find(({ asset }) => asset === `token:${cast.token.toLowerCase()}`)?.amount ?? '0'
    const tokens = await readContract(client, { address: cast.token, abi: erc20Abi, functionName: 'balanceOf', args: [wallet] })
    if (BigInt(shown) !== tokens) faults.push(`${wallet} shows ${shown} tokens, on chain ${tokens}`)
  }
  return faults
}

async function inPairs<T>(rows: readonly T[], look: (row: T) => Promise<void>): Promise<void> {
  const queue = [...rows]
  const worker = async () => {
    for (let row = queue.pop(); row !== undefined; row = queue.pop()) await look(row)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}
