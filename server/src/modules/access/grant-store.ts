import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader, pairKey, pairsOf } from '../../kernel/dataloader.ts'

/** What one account may open because it paid for it once. */
export type Grant = { subjectId: string; accountId: string }

const columns = (grants: readonly Grant[]) => [grants.map((grant) => grant.subjectId), grants.map((grant) => grant.accountId)]

export async function grant(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return
  await ctx.sql(
    `insert into access_grants (subject_id, account_id, source, granted_at) select s, a, 'purchase', $3 from unnest($1::uuid[], $2::uuid[]) as t(s, a) on conflict do nothing`,
    [...columns(grants), ctx.now],
  )
}

export async function revoke(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return
  await ctx.sql(
    `delete from access_grants g using unnest($1::uuid[], $2::uuid[]) as t(s, a) where g.subject_id = s and g.account_id = a`,
    columns(grants),
  )
}

const grantsByPair = dataloader<Grant>(
  (read, pairs) =>
    read.sql(
      `select subject_id as "subjectId", account_id as "accountId" from access_grants
         join unnest($1::uuid[], $2::uuid[]) as t(s, a) on subject_id = s and account_id = a`,
      pairsOf(pairs),
    ),
  (row) => pairKey(row.subjectId, row.accountId),
)
/** Which of these grants stand, as `viewer subject` keys. */
export async function grantsAmong(read: Read, asked: readonly Grant[]): Promise<Set<string>> {
  const rows = await grantsByPair(
    read,
    asked.map(({ subjectId, accountId }) => pairKey(subjectId, accountId)),
  )
  return new Set(rows.map(({ subjectId, accountId }) => `${accountId} ${subjectId}`))
}
