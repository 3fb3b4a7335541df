import { polls as contracts } from '@corefans/shared/contracts/index.ts'
import { me, nobody } from '../../kernel/ctx.ts'
import { groupCommit } from '../../kernel/group-commit.ts'
import type { Host } from '../../kernel/host.ts'
import { castOne, castVotes, type VoteItem, type VoteOutcome } from './cast-votes.ts'
import { readPoll } from './read.ts'

export function routes({ mount, transact }: Host): void {
  const join = groupCommit<VoteItem, VoteOutcome>({
    max: 500,
    keyOf: (item) => `${item.pollId} ${item.voter}`,
    run: (items) => transact(nobody, (ctx) => castVotes(ctx, items)),
  })
  mount.query(contracts.readPoll, readPoll)
  mount.batchedCommand(
    contracts.castVotes,
    async (read, { pollId, optionIds }) => {
      const outcome = await join({ pollId, voter: me(read), optionIds })
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    (ctx, input) => castOne(ctx, input),
  )
}
