import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { plural } from '../../lib/format.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { LaunchDoor } from './launch-door.tsx'
import { MyPart } from './launch-mine.tsx'
import { clockOf, stepOf, useServerTime, willFail } from './launch-time.ts'
import { tokens } from './token-amount.ts'

type Props = { token: TokenView; launch: LaunchView; cameAt: number }

/** A fair launch as it stands: while it runs, when it waits to be ended, and what became of it. */
export function LaunchPanel({ token, launch, cameAt }: Props) {
  const time = useServerTime(launch.now, cameAt)
  const step = stepOf(launch, time)
  const { symbol } = launch.terms
  return (
    <section aria-label={`Fair launch of $${symbol}`} className="token-launch" data-step={step}>
      <header>
        <h2>{titles[step]}</h2>
        {step === 'running' && (
          <p className="token-launch-clock num" role="timer" aria-label="Time left for deposits">
            {clockOf(Date.parse(launch.closesAt) - time)}
          </p>
        )}
      </header>
      {token.state !== 'live' && (
        <p className="muted">
          {launch.terms.name}, the token of{' '}
          <Link to="/@{$handle}" params={{ handle: token.creator.handle }} className="link">
            <Name>{token.creator.name}</Name>
          </Link>
        </p>
      )}
      <Says token={token} launch={launch} step={step} />
      {step !== 'failed' && <Sums launch={launch} isOver={step === 'settled'} />}
      {launch.mine.map((mine) => (
        <MyPart key={mine.wallet} launch={launch} mine={mine} step={step} several={launch.mine.length > 1} />
      ))}
      <LaunchDoor token={token} launch={launch} step={step} time={time} mayAbandon={time >= Date.parse(launch.abandonableAt)} />
    </section>
  )
}

const titles = { running: 'Fair launch', due: 'Deposits are over', settled: 'Launched at one price', failed: 'This launch came to nothing' }

function Says({ token, launch, step }: Pick<Props, 'token' | 'launch'> & { step: keyof typeof titles }) {
  if (step === 'failed') return <p>Nothing was bought. Every deposit goes back whole.</p>
  if (step === 'settled')
    return (
      <p>
        {plural(launch.people, 'wallet')} bought together, <Time iso={launch.closesAt} as="full" />. Nobody paid more or less than another,
        and should all of them sell again, who is first and who is last differ by less than the fees.
      </p>
    )
  if (step === 'due')
    return (
      <p>
        {willFail(token, launch)
          ? 'Nothing will be bought: every deposit goes back whole as soon as somebody ends it.'
          : 'One transaction makes the token and buys for everybody at once. Anyone may send it.'}
      </p>
    )
  return (
    <p>
      Put in what you like until the clock ends: then everybody buys at one price. Being early, fast or last changes nothing. Of each wallet{' '}
      <b className="num">{core(BigInt(launch.capWei))}</b> count at most, of all together{' '}
      <b className="num">{core(BigInt(launch.targetWei))}</b>; the rest comes back. Who has several wallets may put in several times. So
      little is spent that selling first afterwards gains nobody more than the fees take.
    </p>
  )
}

const Sums = ({ launch, isOver }: { launch: LaunchView; isOver: boolean }) => (
  <dl className="sums num">
    <Sum name={isOver ? 'Spent' : 'In by now'} value={core(BigInt(isOver ? launch.spentWei : launch.depositedWei))} />
    <Sum name={isOver ? 'Bought' : 'Buys by now'} value={`${tokens(launch.tokens)} $${launch.terms.symbol}`} />
    <Sum name="Wallets" value={String(launch.people)} />
    <Sum
      name={isOver ? 'The price of all' : 'Price if nobody else comes'}
      value={launch.priceWei === null ? '–' : core(BigInt(launch.priceWei), 'up')}
    />
  </dl>
)

const Sum = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
