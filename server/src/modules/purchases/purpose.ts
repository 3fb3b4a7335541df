import type { Ctx } from '../../kernel/ctx.ts'
import { grant, revoke } from '../access/index.ts'
import { type PaymentRow, type Purpose, stillSettled } from '../payments/index.ts'

const name = 'purchase'

/** What is paid for once opens for whoever promised to pay, whoever's wallet paid. */
export const purchase = { name, settled: openBought, reversed: closeTakenBack } satisfies Purpose

async function openBought(ctx: Ctx, payments: readonly PaymentRow[]): Promise<void> {
  const rights = payments.flatMap(rightOf)
  await grant(ctx, rights)
  await announce(ctx, rights, 'bought')
}

/** Takes rights back, unless another payment opened them too. */
async function closeTakenBack(ctx: Ctx, payments: readonly PaymentRow[]): Promise<void> {
  const rights = payments.flatMap(rightOf)
  const promises = rights.map(({ accountId, subjectId }) => ({ payerId: accountId, subjectId }))
  const kept = new Set((await stillSettled(ctx, name, promises)).map(({ payerId, subjectId }) => `${payerId} ${subjectId}`))
  await revoke(
    ctx,
    rights.filter(({ accountId, subjectId }) => !kept.has(`${accountId} ${subjectId}`)),
  )
  await announce(ctx, rights, 'reorg')
}

type Right = { subjectId: string; accountId: string; creatorId: string }
const rightOf = ({ subjectId, promise }: PaymentRow): Right[] =>
  subjectId && promise ? [{ subjectId, accountId: promise.payerId, creatorId: promise.payeeId }] : []

async function announce(ctx: Ctx, rights: readonly Right[], reason: 'bought' | 'reorg'): Promise<void> {
  for (const { accountId, creatorId } of rights) await ctx.emit({ type: 'access.changed', accountId, creatorId, reason })
}
