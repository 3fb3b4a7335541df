import type { Currency } from '@corefans/shared/values/money.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { plural } from '../../lib/format.ts'
import { useTopic } from '../../lib/topics.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Pages } from '../../ui/pages.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { Activity } from './activity.tsx'
import { inCoin, useCoins } from './coins.ts'
import { Filters } from './filters.tsx'
import { ListingRows } from './listing-rows.tsx'
import { listingPages, statsQuery } from './market-queries.ts'
import { type MarketSearch, searchIn } from './market-search.ts'

const tabs = [
  { key: 'sale', label: 'For sale' },
  { key: 'activity', label: 'Activity' },
] as const

/** Passes sold by their holders. What is looked at stands in the address, so that it can be shared. */
export function MarketPage() {
  const search = searchIn(useSearch({ strict: false }))
  const navigate = useNavigate()
  useTopic('market:all')
  const tab = search.tab ?? 'sale'
  const go = (next: MarketSearch) => void navigate({ to: '/market', search: next as never })
  const { tab: _tab, ...rest } = search
  return (
    <>
      <PageHeader title="Market" />
      <TabBar label="Market" tabs={tabs} now={tab} onChoose={(key) => go(key === 'sale' ? rest : { ...rest, tab: key })} />
      {tab === 'sale' && (
        <>
          <Filters key={JSON.stringify(rest)} now={rest} onChange={go} />
          <AllStats search={rest} />
          <Listings search={rest} />
        </>
      )}
      {tab === 'activity' && <Activity scope={rest.creator ? { creator: rest.creator } : {}} />}
    </>
  )
}

/** A line a currency: floors and volumes of two coins are never one number. */
function AllStats({ search }: { search: MarketSearch }) {
  const coins = [...useCoins().keys()].filter((one) => !search.currency || search.currency === one)
  return (
    <div className="market-stats num muted" role="status">
      {coins.map((currency) => (
        <Stats key={currency} search={search} currency={currency} />
      ))}
    </div>
  )
}

function Stats({ search, currency }: { search: MarketSearch; currency: Currency }) {
  const { data } = useQuery(statsQuery(search, currency))
  if (!data || (currency !== 'core' && data.listed + data.sales === 0)) return null
  return (
    <p>
      {plural(data.listed, 'pass', 'passes')} for sale
      {data.floor && ` from ${inCoin(data.floor)}`} · {plural(data.sales, 'resale')} for {inCoin(data.volume)}
    </p>
  )
}

const Listings = ({ search }: { search: MarketSearch }) => (
  <Pages
    list={useInfiniteQuery(listingPages(search))}
    keyOf={({ listingId }) => listingId}
    empty={
      <Blank title="Nothing for sale">
        <p className="muted">Nobody sells such a pass just now. Ask for less, or look at what creators sell themselves.</p>
      </Blank>
    }
  >
    {(all) => <ListingRows listings={all} label="For sale" />}
  </Pages>
)
