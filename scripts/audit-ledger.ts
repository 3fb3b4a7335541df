// `npm run audit:ledger`: recomputes the book from the chain and prints every difference; exit 1 if there is one.
import { auditLedger, isClean } from '../server/src/modules/ledger/index.ts'
import { openBooks, say } from './books.ts'

const books = await openBooks()
const { chain } = books.engines
try {
  const audit = await auditLedger(books.db, {
    chainId: chain.id,
    chain: { client: books.client, contracts: chain.contracts, fromBlock: chain.fromBlock },
    onProgress: (block) => say(`replayed to block ${block}`),
  })
  const { rows, short, unlogged, ...counts } = audit
  for (const row of rows) console.log(`${row.what}: ${row.row ?? 'not in the book'}, log ${row.positionInTx} of ${row.txHash}: ${row.says}`)
  for (const { where, asset, booked, onChain } of short) console.log(`holding: ${where} ${asset}: booked ${booked}, on chain ${onChain}`)
  for (const { where, asset, amount } of unlogged) console.log(`note: split ${where} got ${amount} ${asset} directly, without a log`)
  console.log(JSON.stringify({ audit: 'ledger', differences: rows.length + short.length, ...counts, holdings: short.length }))
  process.exitCode = isClean(audit) ? 0 : 1
} finally {
  await books.close()
}
