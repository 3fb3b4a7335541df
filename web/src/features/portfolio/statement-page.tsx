import type { StatementLine } from '@corefans/shared/contracts/portfolio.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { acting, downloadOf } from '../../lib/acting.ts'
import { readPages } from '../../lib/query.ts'
import { useStore } from '../../lib/store.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Link } from '../../ui/link.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Time } from '../../ui/time.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { shortAddress, WalletHeader } from '../wallet/index.ts'
import { countedIn } from './amounts.ts'
import { kindWords } from './kinds.ts'

const shown = 12

/** A month of money, line by line, as the ledger has it. */
export const StatementPage = () => (
  <>
    <WalletHeader now="activity" />
    <NeedsAccount why="to see your statements">
      <Statement />
    </NeedsAccount>
  </>
)

/** The last months, newest first; statements are kept in UTC. */
function lastMonths(now: Date): string[] {
  return Array.from({ length: shown }, (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - i)).toISOString().slice(0, 7))
}

const nameOf = (month: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

function Statement() {
  const account = useStore(acting)
  const [months] = useState(() => lastMonths(new Date()))
  const [month, choose] = useState(months[0] as string)
  return (
    <div className="portfolio">
      <div className="portfolio-bar">
        <label className="portfolio-month">
          <span>Month</span>
          <select value={month} onChange={(event) => choose(event.target.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <a className="btn sec" href={downloadOf(`/api/me/statement.csv?month=${month}`, account)} download>
          Download as CSV
        </a>
      </div>
      <Month key={month} month={month} />
    </div>
  )
}

function Month({ month }: { month: string }) {
  const list = useInfiniteQuery(readPages('GET /api/me/statement', { month, limit: 20 }))
  const totals = list.data?.pages[0]?.totals ?? []
  return (
    <Pages list={list} keyOf={({ postingId }) => postingId} empty={<Blank title={`Nothing moved in ${nameOf(month)}`} />}>
      {(lines) => (
        <>
          <Totals totals={totals} />
          <ul className="portfolio-lines">
            {lines.map((line) => (
              <Line key={line.postingId} line={line} />
            ))}
          </ul>
        </>
      )}
    </Pages>
  )
}

function Totals({ totals }: { totals: readonly { asset: string; in: string; out: string }[] }) {
  const money = totals.filter(({ asset }) => !asset.includes('/') && !asset.startsWith('token:'))
  return (
    <>
      {money.map(({ asset, in: came, out }) => (
        <dl key={asset} className="sums num" aria-label={`In ${countedIn(asset).symbol}`}>
          <Total name="Came in" asset={asset} units={BigInt(came)} />
          <Total name="Went out" asset={asset} units={-BigInt(out)} />
          <Total name="Net" asset={asset} units={BigInt(came) - BigInt(out)} />
        </dl>
      ))}
    </>
  )
}

const Total = ({ name, asset, units }: { name: string; asset: string; units: bigint }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Figure units={units} coin={countedIn(asset)} isSigned />
    </dd>
  </div>
)

function Line({ line }: { line: StatementLine }) {
  const got = line.amounts.some(({ amount }) => !amount.startsWith('-'))
  return (
    <li className="portfolio-line" data-state={line.state}>
      <div className="portfolio-line-text">
        <b>{kindWords(line.kind, got)}</b>
        <small className="muted">
          <Other line={line} />
          <Time iso={line.at} /> · block <span className="num">{line.block}</span> ·{' '}
          <code title={line.txHash}>{shortAddress(line.txHash)}</code>
          {line.state !== 'confirmed' && (
            <span className="portfolio-line-sum"> {line.state === 'seen' ? 'confirming' : 'taken back by the chain'}</span>
          )}
        </small>
      </div>
      <div className="portfolio-line-amount num">
        {line.amounts.map(({ asset, amount }) => (
          <span key={asset} data-sign={amount.startsWith('-') ? -1 : 1}>
            <Figure units={BigInt(amount)} coin={countedIn(asset)} isSigned />
          </span>
        ))}
        {line.fees.map(({ asset, amount }) => (
          <small key={asset} className="muted">
            fee <Figure units={BigInt(amount.replace('-', ''))} coin={countedIn(asset)} />
          </small>
        ))}
      </div>
    </li>
  )
}

function Other({ line: { counterparty } }: { line: StatementLine }) {
  if (!counterparty) return null
  const { person, address } = counterparty
  return person ? (
    <>
      <Link to="/@{$handle}" params={{ handle: person.handle }} className="link">
        @{person.handle}
      </Link>{' '}
      ·{' '}
    </>
  ) : (
    <>
      <code title={address}>{shortAddress(address)}</code> ·{' '}
    </>
  )
}
