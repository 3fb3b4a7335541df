import type { ClaimLinkView, ClaimView } from '@corefans/shared/contracts/claims.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../../kernel/ctx.ts'
import { pageOf, placeOf } from '../../../kernel/cursor.ts'
import { problem } from '../problems.ts'
import { tiersIn } from '../read.ts'
import { presentClaim, presentLink } from './present.ts'
import { clock, findLink, type LinkRow, linksOf, vouchersFor } from './store.ts'

/** Links in the words of their tiers, as of now; one whose tier a reorg took away is left out. */
export async function present(read: Read, rows: readonly LinkRow[]): Promise<{ row: LinkRow; tier: TierView }[]> {
  const tiers = await tiersIn(
    read,
    rows.map((row) => row.collection),
  )
  return rows.flatMap((row) => {
    const tier = tiers.get(`${row.collection}/${row.tierId}`)
    return tier ? [{ row, tier }] : []
  })
}

/** One of the actor's links, as its maker sees it. */
export async function linkView(read: Read, id: string): Promise<ClaimLinkView> {
  const row = await findLink(read, id)
  const [found] = row ? await present(read, [row]) : []
  if (!found || found.row.account !== me(read)) throw problem['unknown-link']()
  return presentLink(found.row, found.tier, await clock(read))
}

export const listClaimLinks = async (
  read: Read,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<ClaimLinkView>> => {
  const rows = await linksOf(read, me(read), { place: placeOf(cursor), limit })
  const now = await clock(read)
  const views = (await present(read, rows.slice(0, limit))).map(({ row, tier }) => presentLink(row, tier, now))
  return pageOf(rows, limit, views)
}

export const readClaim = async (read: Read, { linkId }: { linkId: string }): Promise<ClaimView> => {
  const row = await findLink(read, linkId)
  const [found] = row ? await present(read, [row]) : []
  if (!found) throw problem['unknown-link']()
  const mine = read.actor ? (await vouchersFor(read, linkId, read.actor)).find(({ isMine }) => isMine) : undefined
  const viewer = { isMine: found.row.account === read.actor, hasClaimed: mine?.isUsed === true }
  return presentClaim(found.row, found.tier, await clock(read), viewer)
}
