import type { PositionView, Sums } from '@corefans/shared/contracts/portfolio.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { acting, downloadOf } from '../../lib/acting.ts'
import { read } from '../../lib/query.ts'
import { useStore } from '../../lib/store.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { WalletHeader } from '../wallet/index.ts'
import { type Currency, coins, gain } from './amounts.ts'
import { MyLaunches } from './my-launches.tsx'

/** What my wallets hold, what it cost and what it brought. */
export const PortfolioPage = () => (
  <>
    <WalletHeader now="tokens" />
    <NeedsAccount why="to see what your wallets hold">
      <Portfolio />
    </NeedsAccount>
  </>
)

function Portfolio() {
  const account = useStore(acting)
  const found = useQuery({ ...read('GET /api/me/portfolio', {}), refetchInterval: 10_000 })
  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading rows={3} />
  const { items, totals, block } = found.data
  if (items.length === 0)
    return (
      <>
        <div className="portfolio">
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
    <div className="portfolio">
      {totals.map((sums) => (
        <Totals key={sums.currency} sums={sums} />
      ))}
      <MyLaunches />
      <Positions title="Tokens" items={items.filter(({ kind }) => kind === 'token')} />
      <Positions title="Passes" items={items.filter(({ kind }) => kind === 'pass')} />
      <p className="muted portfolio-foot">
        As of block <span className="num">{block}</span>. A token is worth what selling all of it to its curve would pay now. A pass is
        worth the best offer you could accept now; without one, the cheapest listing of its tier; without that, only what it cost. Fees and
        royalties are taken off; what cannot be sold now counts nothing. Amounts of two currencies are never added.{' '}
        <a className="link" href={downloadOf('/api/me/portfolio.csv', account)} download>
          Download as CSV
        </a>
      </p>
    </div>
  )
}

/** The sums of one currency. */
const Totals = ({ sums: { currency, cost, value, unrealised, realised } }: { sums: Sums }) => (
  <dl className="sums num" aria-label={`Sums in ${currency === 'core' ? 'CORE' : 'tUSD'}`}>
    <Fact name="Paid for what you hold" value={<In units={cost} currency={currency} />} />
    <Fact
      name="Worth now"
      value={<In units={value} currency={currency} />}
      note={unrealised === null ? undefined : gain(unrealised, currency)}
    />
    <Fact name="Profit from sales" value={<In units={realised} currency={currency} isSigned />} />
  </dl>
)

/** An amount of a currency; a dash where there is none. */
const In = ({ units, currency, isSigned = false }: { units: string | null; currency: Currency; isSigned?: boolean }) =>
  units === null ? '–' : <Figure units={BigInt(units)} coin={coins[currency]} isSigned={isSigned} />

const Fact = ({ name, value, note }: { name: string; value: ReactNode; note?: string | undefined }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value} {note && <small className="muted">{note}</small>}
    </dd>
  </div>
)

function Positions({ title, items }: { title: string; items: readonly PositionView[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys */}
      <section className="table-scroll" tabIndex={0} aria-label={`${title}, table`}>
        <table className="figures portfolio-table num">
          <thead>
            <tr>
              <th scope="col">{title === 'Tokens' ? 'Token' : 'Pass'}</th>
              <th scope="col">You hold</th>
              <th scope="col">Cost</th>
              <th scope="col">Worth now</th>
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

const sources: Record<NonNullable<PositionView['valuedBy']>, string> = {
  curve: 'selling all of it now',
  offer: 'best offer, after fees',
  floor: 'floor, after fees',
  cost: 'at cost: nobody names a price',
}

const sourceOf = ({ amount, valuedBy }: PositionView): string | null => {
  if (valuedBy) return sources[valuedBy]
  return amount === '0' ? null : 'cannot be sold now'
}

const Position = ({ one }: { one: PositionView }) => (
  <tr>
    <th scope="row">
      <Name one={one} />
    </th>
    <td data-name="You hold">
      {one.kind === 'token' ? <Figure units={BigInt(one.amount)} coin={{ symbol: '', decimals: 18 }} /> : held(one)}
    </td>
    <td data-name="Cost">
      <Lines
        money={one.money.filter(({ cost }, at) => at === 0 || cost !== '0')}
        show={({ cost, currency }) => <In units={cost} currency={currency} />}
      />
    </td>
    <td data-name="Worth now">
      <Lines money={valuesOf(one)} show={({ value, currency }) => <In units={value} currency={currency} />} />
      <small className="muted portfolio-label">{aboutValue(one)}</small>
    </td>
    <td data-name="Realised" data-sign={Math.sign(Number(one.money.find(({ realised }) => realised !== '0')?.realised ?? 0))}>
      <Lines
        money={one.money.filter(({ realised }, at) => at === 0 || realised !== '0')}
        show={({ realised, currency }) => <In units={realised} currency={currency} isSigned />}
      />
    </td>
  </tr>
)

const valuesOf = ({ money }: PositionView): Sums[] => {
  const valued = money.filter(({ value }) => value !== null)
  return valued.length > 0 ? valued : money.slice(0, 1)
}

/** Who says what it is worth, and how much more or less than its cost that is. */
function aboutValue(one: PositionView): string {
  const gains = valuesOf(one).flatMap(({ unrealised, currency }) =>
    unrealised === null || unrealised === '0' ? [] : gain(unrealised, currency),
  )
  return [...gains, sourceOf(one) ?? []].flat().join(' · ')
}

/** A line a currency. */
const Lines = ({ money, show }: { money: readonly Sums[]; show: (sums: Sums) => ReactNode }) =>
  money.map((sums) => (
    <span key={sums.currency} className="portfolio-label">
      {show(sums)}
    </span>
  ))

const held = ({ amount }: PositionView): string => (amount === '0' ? 'sold' : '1')

function Name({ one }: { one: PositionView }) {
  const { creator, kind, tokenId } = one
  if (!creator) return <span title={one.contract}>{kind === 'token' ? 'A token' : 'A pass'} of a stranger</span>
  const label = kind === 'token' ? `$${creator.handle.toUpperCase()}` : `${creator.name}, no. ${BigInt(tokenId ?? 0) & 0xffff_ffffn}`
  const to =
    kind === 'token'
      ? { to: '/token/$handle', params: { handle: creator.handle } }
      : { to: '/market/$collection/$tokenId', params: { collection: one.contract, tokenId: tokenId ?? '' } }
  return (
    <Link {...to} className="link">
      {label}
    </Link>
  )
}
