import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { Link } from '../../ui/link.tsx'
import { OpenTokenButton, OpenTokenHost } from './open-token-button.tsx'

/** The line of a profile whose token is not on the chain: its fair launch that runs, or its owner's way to open it. */
export function Unopened({ token: { creator, launch, viewer } }: { token: TokenView }) {
  return (
    <>
      {launch?.state === 'open' ? (
        <aside className="token-line" aria-label="Personal token">
          <div>
            <b className="num">${launch.terms.symbol}</b>
            <small>Fair launch: one price for all</small>
          </div>
          <Link to="/token/$handle" params={{ handle: creator.handle }} className="btn sec">
            See the launch
          </Link>
        </aside>
      ) : (
        viewer.isOwner && (
          <aside className="token-line" aria-label="Personal token">
            <div>
              <b>Your own token</b>
              <small>Open it for a signature, or launch it fairly. It costs nothing.</small>
            </div>
            <OpenTokenButton />
          </aside>
        )
      )}
      <OpenTokenHost />
    </>
  )
}
