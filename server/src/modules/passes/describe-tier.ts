import { type Ctx, me } from '../../kernel/ctx.ts'
import { setWords } from './store.ts'

type Words = { tierId: number; name: string; perks: string[] }

/** Names one of the actor's tiers, also one that the chain does not have yet. */
export async function describeTier(ctx: Ctx, words: Words): Promise<Words> {
  await setWords(ctx, me(ctx), words)
  await ctx.emit({ type: 'tier.changed', creatorId: me(ctx), tierId: words.tierId })
  return words
}
