import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../../kernel/cursor.ts'
import { dataloader, pairKey, pairsOf } from '../../../kernel/dataloader.ts'
import { countsOf } from './counters.ts'
import { isHeld } from './handles.ts'

export type PersonRow = { id: string; handle: string; name: string; ai: boolean; portraitId: string | null }
export type ProfileRow = PersonRow & {
  bio: string
  location: string
  links: string[]
  coverId: string | null
  hidesHoldings: boolean
  hidesPresence: boolean
  joinedAt: Date
  counts: Partial<Record<string, number>> | null
  follows: boolean
  followsYou: boolean
}
export type CardRow = PersonRow & { bio: string; coverId: string | null; fans: number; follows: boolean; cursorAt: string }

const person = `p.account_id as id, p.handle, p.name, p.is_ai as ai, p.portrait_id as "portraitId"`
// Everybody has a row of their fans; `c` is it.
const fans = `join profile_counters c on c.account_id = p.account_id and c.kind = 'fans'`
const hasPosts = (account: string) =>
  `exists (select from profile_counters w where w.account_id = ${account} and w.kind = 'posts' and w.n > 0)`
const card = `${person}, p.bio, p.cover_id as "coverId", c.n as fans, exists (select from follows f where f.follower_id = $1 and f.followee_id = p.account_id) as follows`

/** Takes the handle too: one that is another's breaks the key of `handles`. */
export async function insertProfile(ctx: Ctx, profile: { id: string; handle: string; name: string; at: Date }): Promise<void> {
  await ctx.sql(`insert into profiles (account_id, handle, name, joined_at) values ($1, $2, $3, $4)`, [
    profile.id,
    profile.handle,
    profile.name,
    profile.at,
  ])
  await ctx.sql(`insert into profile_counters (account_id, kind, n) values ($1, 'fans', 0)`, [profile.id])
}

const profileSelect = `select ${person}, p.bio, p.location, p.links, p.cover_id as "coverId", p.hides_holdings as "hidesHoldings", p.hides_presence as "hidesPresence",
  p.joined_at as "joinedAt", ${countsOf('p.account_id')} as counts,
  exists (select from follows f where f.follower_id = q.viewer and f.followee_id = p.account_id) as follows,
  exists (select from follows f where f.follower_id = p.account_id and f.followee_id = q.viewer) as "followsYou"`
const profilesByHandle = dataloader<ProfileRow & { asked: string; viewer: string | null }>(
  (read, keys) =>
    read.sql(
      `${profileSelect}, q.viewer, q.handle as asked from unnest($1::text[], $2::uuid[]) as q(handle, viewer)
         join handles h on h.handle = q.handle and ${isHeld} join profiles p on p.account_id = h.account_id`,
      pairsOf(keys),
    ),
  (row) => pairKey(row.asked, row.viewer),
)
/** By the handle that somebody has, or had until lately. */
export const findProfile = async (ctx: Read, handle: string): Promise<ProfileRow | undefined> =>
  (await profilesByHandle(ctx, [pairKey(handle, ctx.actor)]))[0]
export const findProfileById = async (ctx: Read, id: string) =>
  (await ctx.sql<ProfileRow>(`${profileSelect} from (select $1::uuid as viewer) q, profiles p where p.account_id = $2`, [ctx.actor, id]))[0]

export const findHiders = (read: Pick<Read, 'sql'>, ids: readonly string[]) =>
  read.sql<{ id: string }>(`select account_id as id from profiles where account_id = any($1) and hides_holdings`, [ids])

export const findPeople = dataloader<PersonRow>(
  (read, ids) => read.sql(`select ${person} from profiles p where p.account_id = any($1)`, [ids]),
  (row) => row.id,
)
export const findIdsByHandle = dataloader<{ id: string; asked: string; handle: string; hidesPresence: boolean }>(
  (read, handles) =>
    read.sql(
      `select p.account_id as id, h.handle as asked, p.handle, p.hides_presence as "hidesPresence" from handles h join profiles p using (account_id) where h.handle = any($1) and ${isHeld}`,
      [handles],
    ),
  (row) => row.asked,
)

export type ProfileChange = {
  handle?: string | undefined
  name?: string | undefined
  bio?: string | undefined
  location?: string | undefined
  links?: string[] | undefined
  ai?: boolean | undefined
  hidesHoldings?: boolean | undefined
  hidesPresence?: boolean | undefined
}
const changeable = ['handle', 'name', 'bio', 'location', 'links', 'ai', 'hidesHoldings', 'hidesPresence'] as const
/** Changes what is given; a new handle that is another's breaks the key of `handles`. */
export async function updateProfile(ctx: Ctx, id: string, change: ProfileChange): Promise<void> {
  await ctx.sql(
    `update profiles set handle = coalesce($2, handle), name = coalesce($3, name), bio = coalesce($4, bio), location = coalesce($5, location), links = coalesce($6, links),
       is_ai = coalesce($7, is_ai), hides_holdings = coalesce($8, hides_holdings), hides_presence = coalesce($9, hides_presence) where account_id = $1`,
    [id, ...changeable.map((name) => change[name] ?? null)],
  )
}

export async function setFaces(
  ctx: Ctx,
  id: string,
  faces: { portrait?: string | null | undefined; cover?: string | null | undefined },
): Promise<void> {
  if (faces.portrait !== undefined) await ctx.sql(`update profiles set portrait_id = $2 where account_id = $1`, [id, faces.portrait])
  if (faces.cover !== undefined) await ctx.sql(`update profiles set cover_id = $2 where account_id = $1`, [id, faces.cover])
}

export const insertFollow = async (ctx: Ctx, follower: string, followee: string) =>
  (
    await ctx.sql(`insert into follows (follower_id, followee_id, at) values ($1, $2, $3) on conflict do nothing returning 1`, [
      follower,
      followee,
      ctx.now,
    ])
  ).length === 1
export const deleteFollow = async (ctx: Ctx, follower: string, followee: string) =>
  (await ctx.sql(`delete from follows where follower_id = $1 and followee_id = $2 returning 1`, [follower, followee])).length === 1

type Follow = { follower: string; followee: string }
const followsByPair = dataloader<Follow>(
  (read, pairs) =>
    read.sql(
      `select follower_id as follower, followee_id as followee from follows join unnest($1::uuid[], $2::uuid[]) as t(a, b) on follower_id = a and followee_id = b`,
      pairsOf(pairs),
    ),
  (row) => pairKey(row.follower, row.followee),
)
export const followPairs = (ctx: Read, followers: readonly string[], followees: readonly string[]): Promise<Follow[]> => {
  const [only, ...others] = followers
  if (only && others.length === 0)
    return followsByPair(
      ctx,
      followees.map((followee) => pairKey(only, followee)),
    )
  return ctx.sql<Follow>(
    `select follower_id as follower, followee_id as followee from follows where follower_id = any($1) and followee_id = any($2)`,
    [followers, followees],
  )
}

export type PeopleWanted = { q: string; only: string; place: { fans: string; id: string } | null; limit: number }
export const searchPeople = (ctx: Read, { q, only, place, limit }: PeopleWanted) =>
  ctx.sql<CardRow>(
    `select ${card}, '' as "cursorAt" from profiles p ${fans}
      where ($2 = '' or p.handle like $2 || '%' or lower(p.name) like $2 || '%' or lower(p.name) like '% ' || $2 || '%')
        and ($2 <> '' or ${hasPosts('p.account_id')}) and ($3 = 'all' or p.is_ai = ($3 = 'ai'))
        and ($4::int is null or (c.n, p.account_id) < ($4, $5::uuid))
      order by c.n desc, p.account_id desc limit $6`,
    [ctx.actor, q, only, place?.fans ?? null, place?.id ?? null, limit + 1],
  )

const listed = (mine: string, other: string) => `select ${card}, ${cursorAt('l.at')} as "cursorAt"
   from follows l join profiles p on p.account_id = l.${other} ${fans}
  where l.${mine} = $2 and ($3::timestamptz is null or (l.at, p.account_id) < ($3, $4::uuid)) order by l.at desc, p.account_id desc limit $5`
const fansSql = listed('followee_id', 'follower_id')
const followingSql = listed('follower_id', 'followee_id')
export const fansOf = (ctx: Read, id: string, place: Place | null, limit: number) =>
  ctx.sql<CardRow>(fansSql, [ctx.actor, id, place?.at ?? null, place?.id ?? null, limit + 1])
export const followingOf = (ctx: Read, id: string, place: Place | null, limit: number) =>
  ctx.sql<CardRow>(followingSql, [ctx.actor, id, place?.at ?? null, place?.id ?? null, limit + 1])

export type SuggestionRow = CardRow & { mutual: number; isNew: boolean }
/** Active creators the viewer does not follow, those that people they follow follow first. */
export const suggestions = (ctx: Read, limit: number) =>
  ctx.sql<SuggestionRow>(
    `select ${card}, '' as "cursorAt", p.joined_at > app_now() - interval '30 days' as "isNew",
            (select count(*)::int from follows mine join follows theirs on theirs.follower_id = mine.followee_id
              where mine.follower_id = $1 and theirs.followee_id = p.account_id) as mutual
       from (select account_id, n from profile_counters f where kind = 'fans' and ${hasPosts('f.account_id')} order by n desc limit 60) c join profiles p using (account_id)
      where p.account_id is distinct from $1 and not exists (select from follows f where f.follower_id = $1 and f.followee_id = p.account_id)
      order by mutual desc, c.n desc, p.account_id limit $2`,
    [ctx.actor, limit],
  )
