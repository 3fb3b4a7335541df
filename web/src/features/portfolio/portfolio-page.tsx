import type { PositionView } from '@corefans/shared/contracts/portfolio.ts'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../lib/query.ts'
import { core } from '../../lib/wallet/amount.ts'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { Blank, Failure, Loading } from '../../ui/state.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { signed, tokens } from './amounts.ts'
import { MyLaunches } from './my-launches.tsx'
import '../../ui/figures.css'
import './portfolio.css'

/** What my wallets hold, what it cost and what it brought. */
export const PortfolioPage = () => (
  <>
    <PageHeader title="Portfolio">
      <Link to="/statements" className="btn ghost slim">
        Statements
      </Link>
    </PageHeader>
    <NeedsAccount why="to see what your wallets hold">
      <Portfolio />
    </NeedsAccount>
  </>
)

function Portfolio() {
  const found = useQuery({ ...read('GET /api/me/portfolio', {}), refetchInterval: 10_000 })
  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading rows={3} />
  const { items, totals, block } = found.data
  if (items.length === 0)
    return (
      <>
        <div className="folio">
          <MyLaunches />
        </div>
        <Blank title="You hold nothing yet">
          <p className="muted">Your first pass is free: neo gives one to everybody.</p>
          <Link to="/@{$handle}" params={{ handle: 'neo' }} className="btn pri">
            Go to @neo
          </Link>
        </Blank>
      </>
    )
  return (
    <div className="folio">
      <dl className="sums num">
        <Fact name="Paid for what you hold" value={core(BigInt(totals.costWei))} />
        <Fact name="Tokens would bring now" value={core(BigInt(totals.valueWei))} />
        <Fact name="Profit from sales" value={signed(BigInt(totals.realisedWei))} />
      </dl>
      <MyLaunches />
      <Positions title="Tokens" items={items.filter(({ kind }) => kind === 'token')} />
      <Positions title="Passes" items={items.filter(({ kind }) => kind === 'pass')} />
      <p className="muted folio-foot">
        As of block <span className="num">{block}</span>. Token values are what selling everything now would pay after fees; a pass is worth
        what somebody gives for it.{' '}
        <a className="link" href="/api/me/portfolio.csv" download>
          Download as CSV
        </a>
      </p>
    </div>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function Positions({ title, items }: { title: string; items: readonly PositionView[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="shelf-h">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys */}
      <section className="table-scroll" tabIndex={0} aria-label={`${title}, table`}>
        <table className="figures num">
          <thead>
            <tr>
              <th scope="col">{title === 'Tokens' ? 'Token' : 'Pass'}</th>
              <th scope="col">You hold</th>
              <th scope="col">Cost</th>
              <th scope="col">Would bring</th>
              <th scope="col">Realised</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <Position key={one.asset} one={one} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const Position = ({ one }: { one: PositionView }) => (
  <tr>
    <th scope="row">
      <Name one={one} />
    </th>
    <td>{one.kind === 'token' ? tokens(BigInt(one.amount)) : held(one)}</td>
    <td>{core(BigInt(one.costWei))}</td>
    <td>{one.valueWei === null ? '–' : core(BigInt(one.valueWei))}</td>
    <td data-sign={Math.sign(Number(one.realisedWei))}>{signed(BigInt(one.realisedWei))}</td>
  </tr>
)

const held = ({ amount }: PositionView): string => (amount === '0' ? 'sold' : '1')

function Name({ one }: { one: PositionView }) {
  const { creator, kind, tokenId } = one
  if (!creator) return <span title={one.contract}>{kind === 'token' ? 'A token' : 'A pass'} of a stranger</span>
  const label = kind === 'token' ? `$${creator.handle.toUpperCase()}` : `${creator.name}, no. ${BigInt(tokenId ?? 0) & 0xffff_ffffn}`
  const to =
    kind === 'token'
      ? { to: '/token/$handle', params: { handle: creator.handle } }
      : { to: '/@{$handle}', params: { handle: creator.handle } }
  return (
    <Link {...to} className="link">
      {label}
    </Link>
  )
}
