import { type Ctx, me } from '../../kernel/ctx.ts'
import { useAsFace } from '../media/index.ts'
import { problem } from './problems.ts'
import { findProfileById, type ProfileChange, type ProfileRow, setFaces, updateProfile } from './store/profiles.ts'

type Input = ProfileChange & { portraitMediaId?: string | null | undefined; coverMediaId?: string | null | undefined }

/** Changes what is given of the actor's public face and keeps the rest. */
export async function editProfile(ctx: Ctx, input: Input): Promise<ProfileRow> {
  if (!(await updateProfile(ctx, me(ctx), input))) throw problem['handle-taken']()
  for (const mediaId of [input.portraitMediaId, input.coverMediaId]) if (mediaId) await useAsFace(ctx, mediaId)
  await setFaces(ctx, me(ctx), { portrait: input.portraitMediaId, cover: input.coverMediaId })
  const row = await findProfileById(ctx, me(ctx))
  if (!row) throw problem.unknown()
  await ctx.emit({ type: 'profile.edited', accountId: row.id, handle: row.handle })
  return row
}
