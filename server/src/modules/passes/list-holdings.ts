import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { presentHeld, presentHolding } from './present.ts'
import { tiersIn } from './read.ts'
import { type TokenRow, tokensOf } from './store.ts'

/** Passes in the actor's wallets and passes lent to them, newest first. */
export async function listHoldings(read: Read): Promise<{ items: HeldView[]; nextCursor: null }> {
  const addresses = ((await walletsOf(read, [me(read)])).get(me(read)) ?? []).map((wallet) => wallet.address)
  const tokens = await tokensOf(read, addresses)
  const [tiers, otherOf] = await Promise.all([
    tiersIn(
      read,
      tokens.map((token) => token.collection),
    ),
    othersIn(read, addresses, tokens),
  ])
  const at = { head: read.chain.head(), confirmations: read.chain.confirmations }
  const items = tokens.flatMap((token) => {
    const tier = tiers.get(`${token.collection}/${token.tierId}`)
    if (!tier) return []
    return [presentHeld(presentHolding(token, tier, at), { isMine: addresses.includes(token.owner), other: otherOf(token) })]
  })
  return { items, nextCursor: null }
}

/** Who is on the other side of a loan. Both sides know each other: the lender named the borrower. */
async function othersIn(read: Read, mine: readonly string[], tokens: readonly TokenRow[]) {
  const sideOf = (token: TokenRow) => (mine.includes(token.owner) ? token.holder : token.owner)
  const accounts = await accountsOfWallets(read, [...new Set(tokens.filter(({ holder, owner }) => holder !== owner).map(sideOf))])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  return (token: TokenRow) => people.get(accounts.get(sideOf(token)) ?? '') ?? null
}
