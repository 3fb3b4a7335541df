import { enter } from '../../lib/session.ts'
import { MakeWallet } from '../wallet/index.ts'
import type { Joined } from './passkey-sign-up.tsx'

/** Right after joining: a wallet while the passkey is at hand, or later. */
export const WalletOffer = ({ joined, next }: { joined: Joined; next: string }) => (
  <>
    <p>
      A wallet buys passes and holds them. It is made here on your device and closed with your passkey: we keep it closed and cannot open
      it.
    </p>
    <MakeWallet secret={joined.secret} onDone={() => enter(next)} />
    <button type="button" className="btn ghost wide" onClick={() => enter(next)}>
      Not now
    </button>
  </>
)
