import { type AbiEvent, type Hex, toEventSelector } from 'viem'
import { accessPassAbi } from '../abi/access-pass.ts'
import { batchLaunchAbi } from '../abi/batch-launch.ts'
import { escrowAbi } from '../abi/escrow.ts'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import { passMarketAbi } from '../abi/pass-market.ts'
import { paymentsAbi } from '../abi/payments.ts'
import { personalTokenAbi } from '../abi/personal-token.ts'
import { splitFactoryAbi } from '../abi/split-factory.ts'
import { sponsorForwarderAbi } from '../abi/sponsor-forwarder.ts'
import { teamSplitAbi } from '../abi/team-split.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'

const abis = [
  passFactoryAbi,
  accessPassAbi,
  passMarketAbi,
  paymentsAbi,
  escrowAbi,
  splitFactoryAbi,
  teamSplitAbi,
  sponsorForwarderAbi,
  tokenFactoryAbi,
  personalTokenAbi,
  batchLaunchAbi,
]

// Approvals move nothing, and on a public chain there are more of them than of all else.
const silent = ['Approval', 'ApprovalForAll']

/** First topics of everything that our contracts say: what to ask a node for. */
export const watchedTopics: readonly Hex[] = [
  ...new Set(
    abis
      .flat()
      .filter((entry): entry is Extract<typeof entry, { type: 'event' }> => entry.type === 'event')
      .filter((event) => !silent.includes(event.name))
      .map((event: AbiEvent) => toEventSelector(event)),
  ),
]
