import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import type { Step } from '../../lib/wallet/transaction.ts'
import type { IconName } from '../../ui/icon.tsx'

export type StepWords = { icon: IconName | 'busy'; title: string; text: string; tone?: 'good' | 'bad' }
/** What the words depend on besides the step: who pays, and the chain of this CoreFans. */
export type Setting = {
  payer: string | null
  kind: 'browser' | 'instant' | 'demo' | null
  chain: { id: number; name: string }
  coin?: Coin | undefined
}

type Words<A extends Step['at']> = (step: Extract<Step, { at: A }>, setting: Setting) => StepWords

const names: Record<number, string> = {
  1: 'Ethereum',
  10: 'Optimism',
  56: 'BNB Chain',
  137: 'Polygon',
  1114: 'Core Testnet',
  1116: 'Core',
  8453: 'Base',
  42161: 'Arbitrum',
  11155111: 'Sepolia',
}

const table: { [A in Step['at']]: Words<A> } = {
  checking: () => ({ icon: 'busy', title: 'Looking at your wallet', text: 'One moment …' }),
  'no-wallet': () => ({
    icon: 'wallet',
    title: 'First, a wallet',
    text: 'It holds what is yours. Made here as you confirm, and opened by your passkey only.',
  }),
  insufficient: ({ needWei, haveWei }, { coin }) => ({
    icon: 'wallet',
    title: `Not enough ${coin?.symbol ?? 'CORE'}`,
    text: `This takes ${amountOf(needWei, coin, 'up')}. Your wallet holds ${amountOf(haveWei, coin)}; ${amountOf(needWei - haveWei, coin, 'up')} is missing.`,
    tone: 'bad',
  }),
  preparing: ({ what }, { coin }) =>
    what === 'wallet'
      ? { icon: 'busy', title: 'Making your wallet', text: 'Your device asks for your passkey: it opens this wallet, and nobody else can.' }
      : { icon: 'busy', title: `Getting test ${coin?.symbol ?? 'CORE'}`, text: 'One moment …' },
  review: ({ haveWei }, { payer, coin }) => ({
    icon: 'wallet',
    title: `From your wallet ${payer ?? ''}`.trim(),
    text: `It holds ${amountOf(haveWei, coin)}.`,
  }),
  opening: ({ by }, { kind }) =>
    by === 'browser'
      ? { icon: 'busy', title: 'Check your wallet', text: 'It wants to know whether CoreFans may see this account.' }
      : {
          icon: 'busy',
          title: kind === 'demo' ? 'Opening your wallet' : 'Confirm with your passkey',
          text: kind === 'demo' ? 'One moment …' : 'Your device asks for it now.',
        },
  password: ({ isWrong }) => ({
    icon: 'key',
    title: 'Your wallet password',
    text: isWrong
      ? 'That password does not open this wallet. Nothing was charged.'
      : 'It opens the wallet on this device. It is never sent.',
    ...(isWrong ? { tone: 'bad' as const } : {}),
  }),
  'wrong-network': ({ chainId }, { chain }) => ({
    icon: 'globe',
    title: 'Another network',
    text: `Your wallet is on ${names[chainId] ?? `network ${chainId}`}. CoreFans uses ${chain.name} (${chain.id}).`,
    tone: 'bad',
  }),
  signing: (_step, { kind }) =>
    kind === 'browser'
      ? { icon: 'busy', title: 'Confirm in your wallet', text: 'Nothing is charged until you do.' }
      : { icon: 'busy', title: 'Sending', text: 'Signed on this device, on its way to the network.' },
  pending: ({ have, needed, isReplaced }) => ({
    icon: 'busy',
    title: have === 0 ? 'Waiting for the block' : `In the block: ${have} of ${needed} confirmations`,
    text: `${isReplaced ? 'Your wallet sped it up. ' : ''}You may close this. We tell you when it is done.`,
  }),
  confirmed: () => ({ icon: 'check', title: 'Done', text: 'The network has confirmed it.', tone: 'good' }),
  failed: ({ problem }) => ({
    icon: 'close',
    title: problem.code === 'wallet/rejected' || problem.code === 'wallet/passkey-cancelled' ? 'Cancelled' : 'That did not work',
    text: problem.words,
    tone: 'bad',
  }),
}

/** An icon, a title and a sentence for every step. */
export const wordsOf = (step: Step, setting: Setting): StepWords => (table[step.at] as Words<Step['at']>)(step, setting)
