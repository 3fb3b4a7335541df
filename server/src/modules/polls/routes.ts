import { polls as contracts } from '@corefans/shared/contracts/index.ts'
import { batcher } from '../../kernel/batch.ts'
import { me, nobody } from '../../kernel/ctx.ts'
import type { House } from '../../kernel/house.ts'
import { castOne, castVotes, type VoteItem, type VoteOutcome } from './cast-votes.ts'
import { readPoll } from './read.ts'

export function routes({ mount, transact, chain }: House): void {
  const join = batcher<VoteItem, VoteOutcome>({
    max: 500,
    keyOf: (item) => `${item.pollId} ${item.voter}`,
    run: (items) => transact(nobody, (ctx) => castVotes(ctx, chain.id, items)),
  })
  mount.query(contracts.readPoll, readPoll(chain.id))
  mount.hot(
    contracts.castVotes,
    async (read, { pollId, optionIds }) => {
      const outcome = await join({ pollId, voter: me(read), optionIds })
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    (ctx, input) => castOne(ctx, chain.id, input),
  )
}
