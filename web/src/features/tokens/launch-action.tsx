import type { SealedTerms } from '@corefans/chain/actions/launch.ts'
import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '../../lib/wallet/amount.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'
import { TransactionDialog } from '../wallet/index.ts'
import { spoils } from './launch-mine.tsx'
import { willFail } from './launch-time.ts'
import { tokens } from './token-amount.ts'
import { refreshTokens } from './token-queries.ts'

type Does = { does: 'settle' | 'abandon' } | { does: 'claim'; wallet: string }
type Props = { token: TokenView; launch: LaunchView; onClose: () => void } & Does
type Words = { title: string; confirm: string; done: string; text: string; success: { title: string; text: string } }

/** Ends a launch, gives it up, or fetches what one wallet is due from it: nothing is paid but gas. */
export function LaunchActionDialog({ token, launch, onClose, ...what }: Props) {
  const queries = useQueryClient()
  // The page reads the launch again while the dialog is open: what was agreed to stays as it was.
  const [{ title, confirm, done, text, success }] = useState(() => wordsOf(token, launch, what))
  const [action] = useState(() => actionOf(launch, what))
  return (
    <TransactionDialog
      title={title}
      request={{ action, costWei: 0n, done, onConfirmed: () => refreshTokens(queries) }}
      confirm={confirm}
      success={{
        ...success,
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <p>{text}</p>
    </TransactionDialog>
  )
}

function actionOf({ contract, id, sealed }: LaunchView, what: Does): WalletAction {
  const at = { batchLaunch: contract as `0x${string}`, id: BigInt(id) }
  if (what.does === 'claim') return { does: 'claimFromLaunch', with: { ...at, account: what.wallet as `0x${string}` } }
  return what.does === 'abandon'
    ? { does: 'abandonLaunch', with: at }
    : { does: 'settleLaunch', with: { ...at, sealed: sealed as SealedTerms } }
}

function wordsOf(token: TokenView, launch: LaunchView, what: Does): Words {
  const { symbol } = launch.terms
  if (what.does === 'claim') return claimWords(launch, what.wallet)
  if (what.does === 'abandon' || willFail(token, launch))
    return {
      title: 'Give every deposit back',
      confirm: 'Give everything back',
      done: 'Every deposit can be collected',
      text: 'No token comes of this launch. After this, everybody collects their whole deposit.',
      success: { title: 'It is over.', text: 'Every deposit can be collected whole.' },
    }
  const all = `${tokens(launch.tokens)} $${symbol}`
  return {
    title: `End the launch of $${symbol}`,
    confirm: 'Buy for everybody',
    done: `$${symbol} is on the chain`,
    text: `This makes the token and buys ${all} for ${core(BigInt(launch.spentWei), 'up')} of the deposits, at one price for all. It costs you nothing but the network’s fee.`,
    success: { title: 'Launched.', text: `Everybody can collect their part of ${all}.` },
  }
}

function claimWords(launch: LaunchView, wallet: string): Words {
  const mine = launch.mine.find((one) => one.wallet === wallet)
  const what = mine ? spoils(mine, launch.terms.symbol) : ''
  return {
    title: 'Collect my part',
    confirm: 'Collect',
    done: `${what} collected`,
    text: `${what} come to the wallet that put the money in, in one go.`,
    success: { title: 'Yours.', text: `${what} went to your wallet.` },
  }
}
