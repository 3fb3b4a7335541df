import { testUsdAbi } from '@corefans/chain/abi/test-usd.ts'
import { tip } from '@corefans/chain/actions/tip.ts'
import { tipToken } from '@corefans/chain/actions/tip-token.ts'
import { maxUint256 } from 'viem'
import { writeContract } from 'viem/actions'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { startTip } from '../../modules/tips/index.ts'
import { walletOf } from '../chain.ts'
import { day } from '../world/time.ts'
import type { WorldTip } from '../world/types.ts'
import { placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import type { Posts } from './posts.ts'
import { at, type Seeding } from './seeding.ts'

type Address = `0x${string}`
const dollars = 500_000_000n

/** Each tip is promised to the server first and then paid, as the page does it. Who tips in dollars gets some before. */
export async function tipDeeds(
  seeding: Seeding,
  tips: readonly WorldTip[],
  { posts, people }: { posts: Posts; people: Accounts },
): Promise<Deed[]> {
  const { host } = seeding
  const payments = host.chain.contracts.payments as Address
  const token = host.chain.contracts.testUsd as Address
  const paid = await Promise.all(
    tips.map(async ({ tipper, post, payee, amount, currency, at: when }): Promise<Deed> => {
      const wanted = { handle: payee, postId: posts.get(post)?.id, currency, amount: amount.toString() }
      const { terms } = await host.transact(onBehalfOf(people.get(tipper) as string, at(seeding, when)), (ctx) => startTip(ctx, wanted))
      const promise = { payments, payee: terms.payee as Address, ref: terms.ref as Address }
      const does: Deed['does'] = (client) =>
        currency === 'usd' ? tipToken(client, { ...promise, token, amount }) : tip(client, { ...promise, amountWei: amount })
      return { at: when, place: placeOf(people, tipper), does }
    }),
  )
  return [
    ...walletDeeds([...new Set(tips.filter(({ currency }) => currency === 'usd').map(({ tipper }) => tipper))], {
      people,
      token,
      payments,
    }),
    ...paid,
  ]
}

function walletDeeds(
  tippers: readonly string[],
  { people, token, payments }: { people: Accounts; token: Address; payments: Address },
): Deed[] {
  return tippers.flatMap((tipper): Deed[] => {
    const place = placeOf(people, tipper)
    const call = { address: token, abi: testUsdAbi } as const
    return [
      {
        at: -90 * day + 1,
        place,
        does: (client) => writeContract(client, { ...call, functionName: 'faucet', args: [walletOf(place).address, dollars] }),
      },
      {
        at: -90 * day + 2,
        place,
        does: (client) => writeContract(client, { ...call, functionName: 'approve', args: [payments, maxUint256] }),
      },
    ]
  })
}
