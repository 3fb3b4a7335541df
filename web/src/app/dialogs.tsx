import { SignInAgainHost } from '../features/accounts/sign-in-again-host.tsx'
import { PurchaseHost } from '../features/passes/purchase-host.tsx'
import { JoinHost } from '../features/payments/join-host.tsx'
import { UnlockHost } from '../features/purchases/unlock-host.tsx'
import { TipHost } from '../features/tips/tip-host.tsx'
import { AfterJoining } from './after-joining.tsx'

/** Every dialog that any page may open; loaded after the page is alive. */
export const Dialogs = () => (
  <>
    <PurchaseHost />
    <TipHost />
    <UnlockHost />
    <SignInAgainHost />
    <JoinHost />
    <AfterJoining />
  </>
)
