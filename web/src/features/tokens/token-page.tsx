import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { plural } from '../../lib/format.ts'
import { useTopic } from '../../lib/topics.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { Figure } from '../../ui/figure.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Time } from '../../ui/time.tsx'
import { CollectFees } from './collect-fees.tsx'
import { Launches } from './launches.tsx'
import { OpenTokenButton, OpenTokenHost } from './open-token-button.tsx'
import { PriceChart } from './price-chart.tsx'
import { TakeBackTerms } from './take-back-terms.tsx'
import { percent, tokenCoin, tokens } from './token-amount.ts'
import { Holders, Trades } from './token-lists.tsx'
import { tokenQuery } from './token-queries.ts'
import { trade } from './trade.ts'
import { TradeHost } from './trade-host.tsx'

/** A personal token: price and how it moved, who holds it, who traded, and what stands behind it. */
export function TokenPage() {
  const { handle } = useParams({ strict: false }) as { handle: string }
  // While a launch runs its clock does: the server's time is asked again, since a demo's may be moved.
  const token = useQuery({ ...tokenQuery(handle), refetchInterval: ({ state }) => (state.data?.launch?.state === 'open' ? 5_000 : false) })
  useTopic(token.data ? `profile:${token.data.creator.id}` : null)
  return (
    <>
      <PageHeader title={titleOf(token.data)} note={`@${handle}`} back />
      <Body token={token.data} error={token.error} cameAt={token.dataUpdatedAt} onRetry={() => void token.refetch()} />
      <TradeHost />
      <OpenTokenHost />
    </>
  )
}

function titleOf(token: TokenView | undefined): string {
  const terms = token?.terms ?? (token?.launch?.state === 'open' ? token.launch.terms : null)
  return terms ? `$${terms.symbol}` : 'Token'
}

type BodyProps = { token: TokenView | undefined; error: unknown; cameAt: number; onRetry: () => void }

function Body({ token, error, cameAt, onRetry }: BodyProps) {
  if (error && !token) return <Failure error={error} onRetry={onRetry} />
  if (!token) return <Loading rows={3} />
  // The launch stands in one place whatever the token is: its dialogs outlive the change that they bring about.
  return (
    <div className="token">
      {token.terms && token.state !== 'none' ? <Head token={token} symbol={token.terms.symbol} /> : <NoToken token={token} />}
      <Launches token={token} cameAt={cameAt} />
      {token.terms && token.state !== 'none' && <Details token={token} symbol={token.terms.symbol} />}
    </div>
  )
}

function Details({ token, symbol }: { token: TokenView; symbol: string }) {
  const { handle } = token.creator
  return (
    <>
      {token.viewer.isOwner && token.state === 'live' && <CollectFees token={token} />}
      {token.viewer.isOwner && token.state === 'promised' && <TakeBackTerms token={token} />}
      <PriceChart handle={handle} pricesWei={token.sparkline} />
      <Facts token={token} symbol={symbol} />
      <Holders handle={handle} symbol={symbol} launch={token.launch?.contract} />
      <Trades handle={handle} symbol={symbol} launch={token.launch?.contract} />
    </>
  )
}

const NoToken = ({ token: { creator, viewer, launch } }: { token: TokenView }) =>
  launch?.state === 'open' ? null : (
    <Blank title={viewer.isOwner ? 'Your token is one signature away' : `${creator.name} has not opened a token`}>
      {viewer.isOwner ? <OpenTokenButton /> : <p className="muted">Following is free.</p>}
    </Blank>
  )

function Head({ token, symbol }: { token: TokenView; symbol: string }) {
  const { creator, viewer, state, terms } = token
  return (
    <header className="token-head">
      <div>
        <p className="token-price num">
          <span className="vh">Price </span>
          {core(BigInt(token.priceWei))}
        </p>
        <p className="muted">
          {terms?.name}, the token of{' '}
          <Link to="/@{$handle}" params={{ handle: creator.handle }} className="link">
            <Name>{creator.name}</Name>
          </Link>
          {state === 'promised' && '. Nobody has bought it yet: the first purchase brings it to the chain'}
        </p>
        {BigInt(viewer.balance) > 0n && (
          <p className="num">
            You hold {tokens(viewer.balance)} ${symbol}
          </p>
        )}
      </div>
      <div className="token-buttons">
        <button type="button" className="btn pri" disabled={!viewer.mayBuy} onClick={() => trade.set({ token, side: 'buy' })}>
          Buy ${symbol}
        </button>
        {state === 'live' && (
          <button type="button" className="btn sec" onClick={() => trade.set({ token, side: 'sell' })}>
            Sell
          </button>
        )}
      </div>
    </header>
  )
}

function Facts({ token, symbol }: { token: TokenView; symbol: string }) {
  return (
    <section aria-label="Facts">
      <dl className="sums num">
        <Fact name="Supply" value={<Figure units={BigInt(token.supply)} coin={tokenCoin(symbol)} />} />
        <Fact name="Reserve" value={<Figure units={BigInt(token.reserveWei)} />} />
        <Fact name="Holders" value={plural(token.holders, 'holder')} />
        <Fact name="Trades" value={plural(token.trades, 'trade')} />
        <Fact name="Creator’s fee" value={percent(token.creatorBps)} />
        <Fact name="CoreFans’ fee" value={percent(token.protocolBps)} />
        {BigInt(token.lockedForEver) > 0n && (
          <Fact name="Locked for ever" value={<Figure units={BigInt(token.lockedForEver)} coin={tokenCoin(symbol)} />} />
        )}
      </dl>
      {token.creatorLock && (
        <p className="muted small">
          <Name>{token.creator.name}</Name>’s own first buy, {tokens(token.creatorLock.amount)} ${symbol}, is locked until{' '}
          <Time iso={token.creatorLock.until} as="day" />.
        </p>
      )}
      <p className="muted small">
        Everyone can sell at any time: the reserve pays.{' '}
        <Link to="/solvency" className="link">
          Proof of solvency
        </Link>
        . A token can lose all of its value.
      </p>
    </section>
  )
}

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
