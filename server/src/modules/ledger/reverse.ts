import type { Ctx } from '../../kernel/ctx.ts'
import { reverseOf } from './store/postings.ts'

/** Takes back what these logs had booked, by contra postings; a log that is not booked, or is taken back already, is passed over. */
export const reverse = (ctx: Ctx, logs: readonly { txHash: string; positionInTx: number }[]): Promise<void> => reverseOf(ctx, logs)
