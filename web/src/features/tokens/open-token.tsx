import type { LaunchBounds } from '@corefans/chain/launch.ts'
import type { TokenTerms } from '@corefans/chain/token-terms.ts'
import { useState } from 'react'
import { useMe } from '../../lib/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { MakeWallet } from '../wallet/index.ts'
import { LaunchTerms } from './launch-terms.tsx'
import { OpenLaunch } from './open-launch.tsx'
import { SignNow } from './sign-now.tsx'
import { TermsFields } from './terms-fields.tsx'

type Props = { handle: string; onClose: () => void }
type Way = 'now' | 'fair'

/** Opens one's own token: at once for a signature, or by a fair launch in which everybody pays one price. */
export function OpenToken({ handle, onClose }: Props) {
  const me = useMe()
  const [way, setWay] = useState<Way>('now')
  const [terms, setTerms] = useState<TokenTerms>(() => firstTerms(handle, me?.name))
  const [lacksWallet, setLacksWallet] = useState(false)
  const [bounds, setBounds] = useState<LaunchBounds | null>(null)
  if (lacksWallet) return <FirstAWallet onDone={() => setLacksWallet(false)} onClose={onClose} />
  if (bounds) return <OpenLaunch terms={terms} bounds={bounds} onClose={onClose} />
  return (
    <Dialog title="Open my token" onClose={onClose}>
      <div className="form">
        <p>People who believe in you can buy it; its price follows how much is held.</p>
        <Ways now={way} onChoose={setWay} />
        <TermsFields terms={terms} onChange={setTerms} />
        {way === 'now' ? (
          <SignNow terms={terms} onNoWallet={() => setLacksWallet(true)} onClose={onClose} />
        ) : (
          <LaunchTerms key={`${terms.preset} ${terms.creatorBps}`} terms={terms} onAgree={setBounds} />
        )}
      </div>
    </Dialog>
  )
}

const ways: readonly { key: Way; name: string; words: string }[] = [
  {
    key: 'now',
    name: 'Open now',
    words: 'You sign, which costs nothing. Whoever buys first brings it to the chain; the earlier, the cheaper.',
  },
  {
    key: 'fair',
    name: 'Fair launch: ten minutes, one price for all',
    words: 'Everybody puts money in while the clock runs, then all buy at the same price. Bots gain nothing; what is not spent goes back.',
  },
]

const Ways = ({ now, onChoose }: { now: Way; onChoose: (way: Way) => void }) => (
  <fieldset className="token-ways">
    <legend>How it starts</legend>
    {ways.map(({ key, name, words }) => (
      <label key={key}>
        <input type="radio" name="way" checked={key === now} onChange={() => onChoose(key)} aria-describedby={`way-${key}`} />
        <b>{name}</b>
        <small id={`way-${key}`}>{words}</small>
      </label>
    ))}
  </fieldset>
)

const FirstAWallet = ({ onDone, onClose }: { onDone: () => void; onClose: () => void }) => (
  <Dialog title="First, a wallet" onClose={onClose}>
    <div className="form">
      <p>Your token belongs to your wallet, and so do its fees. It is made here in a second.</p>
      <MakeWallet onDone={onDone} />
    </div>
  </Dialog>
)

function firstTerms(handle: string, name: string | undefined): TokenTerms {
  const symbol = handle
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 11)
  return { name: (name ?? handle).slice(0, 20), symbol, preset: 1, creatorBps: 300, lockSeconds: 0 }
}
