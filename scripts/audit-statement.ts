// `npm run audit:statement -- maya 2026-11`: recomputes one person's month from the chain and compares it with the book that
// statements are read from; prints every difference and the sums by asset. Exit 1 if anything differs.
import { auditStatement } from '../server/src/modules/ledger/index.ts'
import { openBooks } from './books.ts'

const [handle, month] = process.argv.slice(2)
if (!handle || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month ?? '')) {
  console.error('npm run audit:statement -- <handle> <month>, for example: npm run audit:statement -- maya 2026-11')
  process.exit(2)
}
const [year, number] = (month as string).split('-').map(Number) as [number, number]
const books = await openBooks()
const { chain } = books.engines
try {
  const wallets = await books.db.sql<{ address: string }>(
    `select w.address from wallets w join profiles p on p.account_id = w.account_id where p.handle = $1`,
    [handle.replace(/^@/, '').toLowerCase()],
  )
  if (wallets.length === 0) throw new Error(`@${handle} has no wallet here`)
  const audit = await auditStatement(books.db, {
    chainId: chain.id,
    chain: { client: books.client, contracts: chain.contracts, fromBlock: chain.fromBlock },
    holders: wallets.map(({ address }) => address),
    from: new Date(Date.UTC(year, number - 1)),
    to: new Date(Date.UTC(year, number)),
  })
  for (const row of audit.rows)
    console.log(`${row.what}: ${row.row ?? 'not in the book'}, log ${row.positionInTx} of ${row.txHash}: ${row.says}`)
  for (const { asset, chain: onChain, book } of audit.totals)
    console.log(`${asset}: chain ${onChain}, book ${book}${onChain === book ? '' : '  DIFFERS'}`)
  const off = audit.totals.filter((one) => one.chain !== one.book).length
  console.log(
    JSON.stringify({
      audit: 'statement',
      handle,
      month,
      differences: audit.rows.length + off,
      postings: audit.postings,
      block: audit.block,
    }),
  )
  process.exitCode = audit.rows.length + off === 0 ? 0 : 1
} finally {
  await books.close()
}
