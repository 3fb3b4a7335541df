import { type Ctx, me } from '../../kernel/ctx.ts'
import { useAsFace } from '../media/index.ts'
import { problem } from './problems.ts'
import { isTaken, keptBesides } from './store/handles.ts'
import { findProfileById, type ProfileChange, type ProfileRow, setFaces, updateProfile } from './store/profiles.ts'

type Input = ProfileChange & { portraitMediaId?: string | null | undefined; coverMediaId?: string | null | undefined }

/** Changes what is given of the actor's public face and keeps the rest. */
export async function editProfile(ctx: Ctx, input: Input): Promise<ProfileRow> {
  if (input.handle !== undefined) await mustBeFree(ctx, me(ctx), input.handle)
  await updateProfile(ctx, me(ctx), input)
  for (const mediaId of [input.portraitMediaId, input.coverMediaId]) if (mediaId) await useAsFace(ctx, mediaId)
  await setFaces(ctx, me(ctx), { portrait: input.portraitMediaId, cover: input.coverMediaId })
  const row = await findProfileById(ctx, me(ctx))
  if (!row) throw problem.unknown()
  await ctx.emit({ type: 'profile.edited', accountId: row.id, handle: row.handle })
  return row
}

/** Each handle that somebody leaves is kept for them: without a bound one account could hold any number. */
const mostKept = 5

async function mustBeFree(ctx: Ctx, account: string, handle: string): Promise<void> {
  if (await isTaken(ctx, handle, account)) throw problem['handle-taken']()
  if ((await keptBesides(ctx, account, handle)) >= mostKept && (await handleOfAccount(ctx, account)) !== handle)
    throw problem['too-many-handles']()
}
const handleOfAccount = async (ctx: Ctx, account: string) => (await findProfileById(ctx, account))?.handle
