import type { SolvencyRow } from '@corefans/shared/contracts/tokens.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { plural } from '../../lib/format.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { shortAddress } from '../wallet/index.ts'
import { solvencyPages } from './token-queries.ts'

/** For every token: what its contract holds, against what everyone selling now would cost. Asked again every few seconds. */
export function SolvencyPage() {
  const pages = useSolvency()
  return (
    <>
      <PageHeader title="Proof of solvency" back />
      {pages.error && !pages.data ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : <Proof pages={pages} />}
    </>
  )
}

const useSolvency = () => useInfiniteQuery({ ...solvencyPages(), refetchInterval: 4_000 })

function Proof({ pages }: { pages: ReturnType<typeof useSolvency> }) {
  const [first] = pages.data?.pages ?? []
  if (!first) return <Loading rows={3} />
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  if (rows.length === 0) return <Blank title="No tokens yet" />
  return (
    <div className="token">
      <p>
        Every token’s contract keeps the money of those who bought it. What it holds, asked of the chain at block{' '}
        <b className="num">{first.block}</b>, must be what it costs when everyone sells now, plus the fees it owes. If one coin were
        missing, it would stand here.
      </p>
      <dl className="sums num">
        <div>
          <dt>Tokens</dt>
          <dd>{plural(first.totals.tokens, 'token')}</dd>
        </div>
        <div>
          <dt>Everyone sells now</dt>
          <dd>{core(BigInt(first.totals.reserveWei))}</dd>
        </div>
        <div>
          <dt>Fees owed</dt>
          <dd>{core(BigInt(first.totals.owedWei))}</dd>
        </div>
      </dl>
      <div className="table-scroll">
        <table className="figures num">
          <thead>
            <tr>
              <th scope="col">Token</th>
              <th scope="col">Missing</th>
              <th scope="col">Contract holds</th>
              <th scope="col">Everyone sells now</th>
              <th scope="col">Fees owed</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.address} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {pages.hasNextPage && (
        <button type="button" className="btn sec wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </button>
      )}
    </div>
  )
}

const Row = ({ row }: { row: SolvencyRow }) => (
  <tr>
    <th scope="row" title={row.address}>
      {row.creator ? (
        <Link to="/token/$handle" params={{ handle: row.creator.handle }} className="link">
          ${row.symbol}
        </Link>
      ) : (
        `$${row.symbol} ${shortAddress(row.address)}`
      )}
    </th>
    <td data-missing={missing(row) !== '0'}>{missing(row)}</td>
    <td>{row.balanceWei === null ? 'not answered' : core(BigInt(row.balanceWei))}</td>
    <td>{core(BigInt(row.reserveWei))}</td>
    <td>{core(BigInt(row.owedWei))}</td>
  </tr>
)

/** Money forced upon a contract is too much, never too little. */
function missing({ differenceWei }: SolvencyRow): string {
  if (differenceWei === null) return 'unknown'
  const wei = BigInt(differenceWei)
  return wei < 0n ? core(-wei, 'up') : '0'
}
