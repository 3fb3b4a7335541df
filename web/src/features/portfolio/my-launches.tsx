import { SHORTEST_LOCK_S } from '@corefans/chain/launch.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { readPages } from '../../lib/query.ts'
import { core, short } from '../../lib/wallet/amount.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'

type Pages = ReturnType<typeof useMine>
type Item = NonNullable<Pages['data']>['pages'][number]['items'][number]
const useMine = () => useInfiniteQuery({ ...readPages('GET /api/me/launches', { limit: 20 }), refetchInterval: 10_000 })

/** Fair launches that hold something of mine; nothing where there is none. */
export function MyLaunches() {
  const pages = useMine()
  if (pages.error && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section aria-label="Fair launches" className="portfolio-launches">
      <h2 className="section-title">Fair launches</h2>
      <ul className="num">
        {items.map((item) => (
          <Line key={item.launch.id} item={item} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn sec wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </button>
      )}
    </section>
  )
}

const Line = ({ item: { creator, launch } }: { item: Item }) => (
  <li>
    <span>
      {creator ? (
        <Link to="/token/$handle" params={{ handle: creator.handle }} className="link">
          ${launch.terms.symbol}
        </Link>
      ) : (
        `$${launch.terms.symbol}`
      )}{' '}
      {launch.state === 'open' ? (
        <>
          deposits end <Time iso={launch.closesAt} as="full" />
        </>
      ) : (
        'is over'
      )}
    </span>
    <b>
      {launch.state === 'open'
        ? `${core(inAll(launch))} in`
        : `${isLocked(launch) ? 'locked' : 'collect'} ${waiting(launch).join(' and ')}`}
    </b>
  </li>
)

/** A creator's own part; the page of the token says until when. */
const isLocked = ({ mine, terms, closesAt, now }: Item['launch']): boolean =>
  mine.every(({ isCreators, tokens: bought }) => isCreators && bought !== '0') &&
  Date.parse(now) < Date.parse(closesAt) + Math.max(terms.lockSeconds, SHORTEST_LOCK_S) * 1_000

const inAll = ({ mine }: Item['launch']): bigint => mine.reduce((sum, { depositWei }) => sum + BigInt(depositWei), 0n)
const waiting = ({ mine, terms }: Item['launch']): string[] =>
  mine
    .filter(({ isClaimed }) => !isClaimed)
    .flatMap((one) => [
      one.tokens !== '0' && `${short(BigInt(one.tokens), 18)} $${terms.symbol}`,
      one.refundWei !== '0' && core(BigInt(one.refundWei)),
    ])
    .filter((part) => part !== false)
